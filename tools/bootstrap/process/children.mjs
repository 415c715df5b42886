// @ts-check
import { spawn } from 'node:child_process';

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();

/**
 * Starts a program that lives until this command ends. It leads a process
 * group of its own, so that ending it ends what it has started in turn.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function startChild(command, args, options) {
  const child = spawn(command, args, { ...options, detached: true });
  children.add(child);
  child.on('exit', () => children.delete(child));
  return child;
}

/**
 * Ends every child and all that it started; the stubborn ones are killed.
 *
 * @param {number} [graceMs]
 */
export async function endChildren(graceMs = 8000) {
  const groups = [...children].flatMap(child => child.pid ?? []);
  groups.forEach(pid => signalGroup(pid, 'SIGTERM'));
  const deadline = Date.now() + graceMs;
  while (groups.some(groupLives) && Date.now() < deadline) {
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  groups.filter(groupLives).forEach(pid => signalGroup(pid, 'SIGKILL'));
}

/** Ends the children when this process is asked to end, then ends it. */
export function endChildrenOnExit() {
  let ending = false;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, async () => {
      if (ending) {
        return;
      }
      ending = true;
      await endChildren();
      process.exit(signal === 'SIGINT' ? 130 : 143);
    });
  }
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended by itself.
  }
}

/** @param {number} pid */
function groupLives(pid) {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}
