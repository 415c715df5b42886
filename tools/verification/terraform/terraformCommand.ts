import { execFile } from 'node:child_process';

const MAX_OUTPUT = 64 * 1024 * 1024;

/**
 * Runs Terraform and returns what it printed.
 *
 * @param provider environment of a provider that is held
 * @throws Error with Terraform's own message
 */
export function terraformCommand(
  folder: string,
  provider: NodeJS.ProcessEnv,
  ...args: string[]
): Promise<string> {
  // A profile or an endpoint of the person who runs this would reach something.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^(AWS_|TF_VAR_|TF_DATA_DIR|TF_WORKSPACE|TF_CLI_ARGS)/.test(name),
    ),
  );
  return new Promise((resolve, reject) => {
    execFile(
      'terraform',
      [`-chdir=${folder}`, ...args],
      { env: { ...env, ...provider }, maxBuffer: MAX_OUTPUT },
      (error, stdout, stderr) =>
        error
          ? reject(
              new Error(`terraform ${args[0]} failed:\n${stdout}\n${stderr}`),
            )
          : resolve(stdout),
    );
  });
}
