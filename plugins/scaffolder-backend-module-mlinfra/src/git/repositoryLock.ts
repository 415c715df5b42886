import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ConflictError, isError } from '@backstage/errors';

const LOCK = 'mlinfra-addition.lock';
/** Milliseconds; what is done under the lock takes a few. */
const STALE_AFTER = 60_000;

/**
 * Runs something while no other task changes the branches of the repository.
 * Whoever holds the lock longer than a minute was stopped, and loses it.
 *
 * @throws ConflictError when another task holds it
 */
export async function withRepositoryLock<T>(
  dir: string,
  work: () => Promise<T>,
): Promise<T> {
  const lock = path.join(dir, '.git', LOCK);
  await takeStaleAway(lock);
  try {
    await fs.promises.writeFile(lock, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (isError(error) && error.code === 'EEXIST') {
      throw new ConflictError(
        `branch: another task is adding to ${dir} right now; run this again in a minute`,
      );
    }
    throw error;
  }
  try {
    return await work();
  } finally {
    await fs.promises.rm(lock, { force: true });
  }
}

// Moved away first: of two who find it, one succeeds.
async function takeStaleAway(lock: string): Promise<void> {
  const stats = await fs.promises.stat(lock).catch(() => undefined);
  if (!stats || Date.now() - stats.mtimeMs < STALE_AFTER) {
    return;
  }
  const away = `${lock}.${randomUUID()}`;
  await fs.promises.rename(lock, away).catch(() => undefined);
  await fs.promises.rm(away, { force: true });
}
