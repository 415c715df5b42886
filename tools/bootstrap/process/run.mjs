// @ts-check
import { spawn } from 'node:child_process';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {'inherit' | 'capture' | 'tee'} [output] `tee` shows and keeps it
 *
 * @typedef {object} RunResult
 * @property {number} code exit code; 127 when the program does not exist
 * @property {string} output what it printed, both streams in order
 */

/**
 * Runs a program to its end. Never throws for a failing program.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, options = {}) {
  const { cwd, env, uid, gid, output = 'capture' } = options;
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd,
      uid,
      gid,
      env: env ?? process.env,
      stdio: output === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    /** @type {string[]} */
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', text => {
        printed.push(text);
        if (output === 'tee') {
          process.stdout.write(text);
        }
      });
    }
    child.on('error', error =>
      resolve({ code: 127, output: `${command}: ${error.message}` }),
    );
    child.on('close', (code, signal) =>
      resolve({ code: code ?? (signal ? 128 : 1), output: printed.join('') }),
    );
  });
}
