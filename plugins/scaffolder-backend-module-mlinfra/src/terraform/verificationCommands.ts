import path from 'node:path';

/** How far a verification goes; each level holds those before it. */
export const VERIFICATION_LEVELS = ['format', 'validate', 'plan'] as const;

/** How far a verification goes. */
export type VerificationLevel = (typeof VERIFICATION_LEVELS)[number];

/** One Terraform command of a verification. */
export interface VerificationCommand {
  /** What is checked, for people. */
  title: string;
  args: string[];
  /** Folder relative to the `terraform` folder. */
  folder: string;
}

/**
 * The commands of a verification, in order. A plan is made for each
 * environment that has a variable file for the root.
 *
 * @param hasFile - whether a file exists, by its path below `terraform`
 */
export function verificationCommands(options: {
  level: VerificationLevel;
  roots: string[];
  environments: string[];
  hasFile: (path: string) => boolean;
}): VerificationCommand[] {
  const { level, roots, environments, hasFile } = options;
  const commands: VerificationCommand[] = [
    {
      title: 'Formatting',
      folder: '.',
      args: ['fmt', '-check', '-recursive', '-diff', '-no-color'],
    },
  ];
  if (level === 'format') {
    return commands;
  }
  for (const root of roots) {
    const locked = hasFile(`${root}/.terraform.lock.hcl`);
    commands.push(
      {
        title: `Providers and modules of ${root}`,
        folder: root,
        args: [
          'init',
          ...(level === 'plan' ? [] : ['-backend=false']),
          ...(locked ? ['-lockfile=readonly'] : []),
          '-input=false',
          '-no-color',
        ],
      },
      {
        title: `Validity of ${root}`,
        folder: root,
        args: ['validate', '-no-color'],
      },
    );
    if (level === 'plan') {
      const variableFile = `${path.posix.basename(root)}.tfvars.json`;
      for (const environment of environments) {
        const file = `environments/${environment}/${variableFile}`;
        if (hasFile(file)) {
          commands.push({
            title: `Plan of ${root} in ${environment}`,
            folder: root,
            args: [
              'plan',
              `-var-file=${path.posix.relative(root, file)}`,
              '-input=false',
              '-lock=false',
              '-no-color',
            ],
          });
        }
      }
    }
  }
  return commands;
}
