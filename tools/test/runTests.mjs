// @ts-check
import {
  endChildren,
  endChildrenOnExit,
} from '../bootstrap/process/children.mjs';
import { root } from '../bootstrap/paths.mjs';
import { run } from '../bootstrap/process/run.mjs';
import { say } from '../bootstrap/progress.mjs';
import path from 'node:path';
import { sideBySide } from '../bootstrap/process/sideBySide.mjs';
import { COUNT_READERS } from './counts.mjs';
import { failures } from './failures.mjs';
import { suites } from './suites.mjs';

/** What a runner of CI has at least; more would run tests that watch the clock beside others. */
const PROCESSORS = 2;

/** What is told of a runner that names no failed test. */
const LAST_LINES = 20;

/**
 * Runs suites and prints a line for each and their sum. A suite whose tools
 * are missing is passed over with a reason, but fails under CI=true.
 *
 * @param {string[]} args names of suites; none means all
 * @returns {Promise<number>} exit code
 */
export async function runTests(args) {
  if (args.includes('--list')) {
    suites.forEach(({ name, title }) => console.log(`${name}\t${title}`));
    return 0;
  }
  const unknown = args.find(arg => !suites.some(suite => suite.name === arg));
  if (unknown) {
    console.error(
      `There is no suite ${unknown}. Suites: ${suites
        .map(suite => suite.name)
        .join(', ')}`,
    );
    return 1;
  }
  endChildrenOnExit();
  const chosen = suites.filter(
    ({ name }) => args.length === 0 || args.includes(name),
  );
  const results = await sideBySide(chosen, PROCESSORS, (suite, alone) =>
    runSuite(suite, alone || chosen.length === 1),
  );
  await endChildren();

  console.log('');
  // Once more at the end, for who sees only the end of a long log.
  results.forEach(({ wrong }) => wrong.forEach(line => console.log(line)));
  results.forEach(({ line }) => console.log(line));
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

/**
 * @param {import('./suites.mjs').Suite} suite
 * @param {boolean} alone shown as it comes; else in one piece at the end
 */
async function runSuite(suite, alone) {
  say(`${suite.name}: ${suite.title}`);
  const began = Date.now();
  const report = (
    /** @type {string} */ what,
    /** @type {number} */ passed,
    /** @type {number} */ failed,
    /** @type {string[]} */ wrong = [],
  ) => ({
    line: `${suite.name.padEnd(10)} ${what} (${Math.round(
      (Date.now() - began) / 1000,
    )} s)`,
    passed,
    failed,
    wrong,
  });

  /** @type {Awaited<ReturnType<typeof suite.prepare>>} */
  let steps;
  try {
    steps = await oneAtATime(suite.prepare);
  } catch (error) {
    return report(
      `failed: ${error instanceof Error ? error.message : error}`,
      0,
      1,
    );
  }
  if ('missing' in steps) {
    return process.env.CI === 'true'
      ? report(`failed: ${steps.missing} is missing`, 0, 1)
      : report(`not run: ${steps.missing} is missing on this machine`, 0, 0);
  }
  let output = '';
  let code = 0;
  for (const { command, args, cwd, env } of steps) {
    const result = await run(command, args, {
      cwd: path.join(root, cwd ?? '.'),
      env: { ...process.env, ...env },
      output: alone ? 'tee' : 'capture',
    });
    output += result.output;
    code ||= result.code;
  }
  if (!alone) {
    say(`${suite.name} has ended and printed:\n${output}`);
  }
  const counts = COUNT_READERS[suite.runner](output);
  if (!counts) {
    return report(
      `failed: ended with code ${code} and no test counted`,
      0,
      1,
      lastLines(output),
    );
  }
  // A runner that fails without a failed test has failed all the same.
  const failed = code !== 0 ? Math.max(counts.failed, 1) : counts.failed;
  return report(
    `${counts.passed} ok, ${failed} not`,
    counts.passed,
    failed,
    failed > 0 ? whatFailed(suite.runner, output) : [],
  );
}

/** @param {import('./suites.mjs').Runner} runner @param {string} output */
function whatFailed(runner, output) {
  const found = failures(runner, output);
  return found.length > 0 ? found : lastLines(output);
}

/** @param {string} output */
function lastLines(output) {
  return output.trimEnd().split('\n').slice(-LAST_LINES);
}

/** @type {Promise<unknown>} */
let preparing = Promise.resolve();

/**
 * Suites that start together would install the same thing at once.
 *
 * @template T
 * @param {() => Promise<T>} prepare
 * @returns {Promise<T>}
 */
function oneAtATime(prepare) {
  const own = preparing.then(prepare);
  preparing = own.catch(() => {});
  return own;
}
