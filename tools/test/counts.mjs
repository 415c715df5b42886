// @ts-check

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 */

/**
 * Reads from a test runner's output how many tests passed and failed.
 * Undefined where it says nothing of the kind, which is a failure in itself.
 *
 * @typedef {(output: string) => Counts | undefined} CountReader
 */

const ANSI = /\u001b\[[0-9;]*m/g;

/** @type {CountReader} */
export function jestCounts(output) {
  return sum(output, /^Tests:\s+(.*)$/gm);
}

/** @type {CountReader} */
export function pytestCounts(output) {
  return sum(output, /^=*\s*(\d+ (?:passed|failed|error).*) in [\d.]+s.*$/gm);
}

/** @type {CountReader} */
export function terraformCounts(output) {
  return sum(output, /^(?:Success!|Failure!) (.*)$/gm);
}

/** @type {CountReader} */
export function playwrightCounts(output) {
  return sum(output, /^\s*(\d+ (?:passed|failed|flaky|interrupted))\b.*$/gm);
}

/** @type {CountReader} */
export function nodeCounts(output) {
  const passed = /^(?:#|ℹ) pass (\d+)$/m.exec(output.replace(ANSI, ''));
  const failed = /^(?:#|ℹ) fail (\d+)$/m.exec(output.replace(ANSI, ''));
  return passed && failed
    ? { passed: Number(passed[1]), failed: Number(failed[1]) }
    : undefined;
}

/** @param {string} output @param {RegExp} lines */
function sum(output, lines) {
  const found = [...output.replace(ANSI, '').matchAll(lines)];
  if (found.length === 0) {
    return undefined;
  }
  const text = found.map(match => match[1]).join(', ');
  return {
    passed: total(text, /(\d+) passed/g),
    failed: total(text, /(\d+) (?:failed|errors?|flaky|interrupted)/g),
  };
}

/** @param {string} text @param {RegExp} pattern */
function total(text, pattern) {
  return [...text.matchAll(pattern)].reduce(
    (count, match) => count + Number(match[1]),
    0,
  );
}

/** @type {Record<import('./suites.mjs').Runner, CountReader>} */
export const COUNT_READERS = {
  jest: jestCounts,
  pytest: pytestCounts,
  node: nodeCounts,
  terraform: terraformCounts,
  playwright: playwrightCounts,
};
