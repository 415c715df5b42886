import { existsSync, promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { childEnvironment } from './childEnvironment';
import { cliConfiguration } from './cliConfiguration';
import type { ProviderMirror } from './findProviderMirror';
import {
  LOCAL_BACKEND_OVERRIDE,
  LOCAL_BACKEND_OVERRIDE_FILE,
} from './localBackendOverride';
import { runTerraform } from './runTerraform';
import { makeScratchCopy } from './scratchCopy';
import {
  verificationCommands,
  type VerificationLevel,
} from './verificationCommands';

interface VerificationOptions {
  binary: string;
  mirror: ProviderMirror | undefined;
  level: VerificationLevel;
  repositoryFolder: string;
  temporaryFolder: string;
  environment: NodeJS.ProcessEnv;
  logger: Pick<LoggerService, 'info'>;
  signal?: AbortSignal;
}

/**
 * Holds a repository's Terraform against Terraform itself, in a scratch copy.
 *
 * @returns the roots that were verified
 * @throws InputError with Terraform's own message
 */
export async function verifyRepository(
  options: VerificationOptions,
): Promise<{ roots: string[] }> {
  const scratchFolder = await fs.mkdtemp(
    path.join(options.temporaryFolder, 'verification-'),
  );
  try {
    return await verifyIn(scratchFolder, options);
  } finally {
    await fs.rm(scratchFolder, { recursive: true, force: true });
  }
}

async function verifyIn(
  scratchFolder: string,
  options: VerificationOptions,
): Promise<{ roots: string[] }> {
  const { binary, mirror, level, logger, signal } = options;
  const copy = await makeScratchCopy(options.repositoryFolder, scratchFolder);
  const cliConfigurationFile = path.join(scratchFolder, 'terraform.tfrc');
  await fs.writeFile(cliConfigurationFile, cliConfiguration(mirror));
  const environment = childEnvironment({
    environment: options.environment,
    cliConfigurationFile,
    // From a mirror, providers are linked and not copied: a cache would only add a copy.
    pluginCacheDirectory: mirror ? undefined : await pluginCacheDirectory(),
    awsCredentials: level === 'plan',
  });
  if (level === 'plan') {
    for (const root of copy.roots) {
      await fs.writeFile(
        path.join(copy.folder, root, LOCAL_BACKEND_OVERRIDE_FILE),
        LOCAL_BACKEND_OVERRIDE,
      );
    }
  }
  const commands = verificationCommands({
    level,
    roots: copy.roots,
    environments: copy.environments,
    hasFile: file => existsSync(path.join(copy.folder, file)),
  });
  for (const { title, folder, args } of commands) {
    logger.info(`${title}: terraform ${args.join(' ')}`);
    const { exitCode, lastLines } = await runTerraform({
      binary,
      args,
      cwd: path.join(copy.folder, folder),
      environment,
      logger,
      signal,
    });
    if (exitCode !== 0) {
      throw new InputError(
        `${title}: terraform ${
          args[0]
        } ended with ${exitCode}. ${lastLines.join('\n')}`,
      );
    }
  }
  return { roots: copy.roots };
}

async function pluginCacheDirectory(): Promise<string> {
  const folder = path.join(os.homedir(), '.terraform.d', 'plugin-cache');
  await fs.mkdir(folder, { recursive: true });
  return folder;
}
