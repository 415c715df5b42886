import { STACK_DEFINITIONS } from '@mlinfra/plugin-mlinfra-common';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { RepositoryFile } from '../../../plugins/scaffolder-backend-module-mlinfra/src/repository/RepositoryFile';
import { writeFiles } from '../../../plugins/scaffolder-backend-module-mlinfra/src/repository/writeFiles';
import type { PlanJson } from '../plan/PlanJson';
import type { HeldProviders } from './HeldProviders';
import { SHARED_NETWORK } from './sharedNetwork';
import { terraformCommand } from './terraformCommand';
import {
  VERIFICATION_OVERRIDE,
  VERIFICATION_OVERRIDE_FILE,
} from './verificationOverride';

/** What a root needs: its Terraform, and the files of services that it reads. */
const isOfRoot = ({ path: file }: RepositoryFile) =>
  /^(terraform\/(modules|stacks|tests)|services)\//.test(file);

/** A root of a rendered repository, in which any number of variable files are planned. */
export class VerifiedRoot {
  private plans = 0;

  /** Writes the root and lets Terraform fetch its provider and look at it. */
  static async prepare(
    files: RepositoryFile[],
    stack: string,
    workFolder: string,
    providers: HeldProviders,
  ): Promise<VerifiedRoot> {
    await fs.mkdir(workFolder, { recursive: true });
    await writeFiles(workFolder, files.filter(isOfRoot));
    const folder = path.join(workFolder, 'terraform/stacks', stack);
    await fs.writeFile(
      path.join(folder, VERIFICATION_OVERRIDE_FILE),
      VERIFICATION_OVERRIDE,
    );
    await providers.lend(async env => {
      await terraformCommand(folder, env, 'init', '-input=false', '-no-color');
      await terraformCommand(folder, env, 'validate', '-no-color');
    });
    return new VerifiedRoot(
      folder,
      files.filter(isOfRoot),
      workFolder,
      providers,
    );
  }

  private constructor(
    private readonly folder: string,
    private readonly files: RepositoryFile[],
    private readonly workFolder: string,
    private readonly providers: HeldProviders,
  ) {}

  /**
   * Whether another combination has the same Terraform: only variable files may
   * differ, and what belongs to other roots of the repository.
   */
  hasSameFiles(files: RepositoryFile[]): boolean {
    const stack = path.basename(this.folder);
    return terraformOf(stack, this.files) === terraformOf(stack, files);
  }

  /** Plans a variable file against nothing: no state, no account. */
  async plan(variables: Buffer): Promise<PlanJson> {
    this.plans += 1;
    const name = path.join(this.workFolder, `plan-${this.plans}`);
    await fs.writeFile(`${name}.tfvars.json`, variables);
    return this.providers.lend(async env => {
      await terraformCommand(
        this.folder,
        env,
        'plan',
        `-var-file=${name}.tfvars.json`,
        ...handedOn(variables),
        `-out=${name}`,
        '-input=false',
        '-lock=false',
        '-refresh=false',
        '-no-color',
      );
      return JSON.parse(
        await terraformCommand(this.folder, env, 'show', '-json', name),
      );
    });
  }
}

/** A root and the modules it needs, as text that can be compared. */
function terraformOf(stack: string, files: RepositoryFile[]): string {
  const definition = Object.values(STACK_DEFINITIONS).find(
    ({ id }) => id === stack,
  );
  // What stacks share is written with one set of stacks, so nothing is foreign to it.
  const modules = definition?.modules.join('|') ?? '[^/]+';
  const own = new RegExp(`^terraform/(stacks/${stack}|modules/(${modules}))/`);
  return JSON.stringify(
    files
      .filter(file => own.test(file.path))
      .map(file => [file.path, file.content.toString('base64')]),
  );
}

/** What scripts/deploy.sh hands on beside a variable file. */
function handedOn(variables: Buffer): string[] {
  const { network_source: source } = JSON.parse(variables.toString('utf8'));
  return source === 'shared'
    ? [`-var=shared_network=${JSON.stringify(SHARED_NETWORK)}`]
    : [];
}
