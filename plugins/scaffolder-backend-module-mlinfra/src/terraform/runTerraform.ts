import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { LoggerService } from '@backstage/backend-plugin-api';

const KEPT_LINES = 60;
// Terraform ends its providers when it is asked to; one that does not listen is ended anyway.
const GRACE_MS = 5_000;

/** How a Terraform command ended. */
export interface TerraformResult {
  exitCode: number;
  /** The last lines it wrote, both streams. */
  lastLines: string[];
}

/**
 * Runs one Terraform command and passes every line on to the log as it comes.
 *
 * @throws the signal's reason when the task is cancelled
 */
export async function runTerraform(options: {
  binary: string;
  args: string[];
  cwd: string;
  environment: NodeJS.ProcessEnv;
  logger: Pick<LoggerService, 'info'>;
  signal?: AbortSignal;
}): Promise<TerraformResult> {
  const { binary, args, cwd, environment, logger, signal } = options;
  signal?.throwIfAborted();
  const child = spawn(binary, args, {
    cwd,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lastLines: string[] = [];
  const follow = async (stream: Readable) => {
    for await (const line of createInterface({ input: stream })) {
      logger.info(line);
      if (line.trim()) {
        lastLines.push(line);
        lastLines.splice(0, lastLines.length - KEPT_LINES);
      }
    }
  };

  let ending: NodeJS.Timeout | undefined;
  const onAbort = () => {
    child.kill('SIGTERM');
    ending = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  };
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    const ended = new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', code => resolve(code ?? 1));
    });
    const [exitCode] = await Promise.all([
      ended,
      follow(child.stdout),
      follow(child.stderr),
    ]);
    signal?.throwIfAborted();
    return { exitCode, lastLines };
  } finally {
    clearTimeout(ending);
    signal?.removeEventListener('abort', onAbort);
  }
}
