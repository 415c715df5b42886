// @ts-check

/**
 * What each test runner prints of a failed test: how its part begins, and how
 * many lines of it say what went wrong. `file` is the line that says in which
 * file, where the part does not; `twice` where all is told again at the end.
 *
 * @type {Record<import('./suites.mjs').Runner, {
 *   begins: RegExp, lines: number, file?: RegExp, twice?: boolean
 * }>}
 */
const PARTS = {
  jest: {
    begins: /^\s*● (?!Console$).+/,
    lines: 20,
    file: /^FAIL .+/,
    twice: true,
  },
  // Its summary comes last, so the reasons stand alone: a line each, and one for the test.
  pytest: { begins: /^(?:E {3}|FAILED |ERROR )/, lines: 1 },
  node: { begins: /^\s*not ok \d+ /, lines: 20 },
  terraform: { begins: /^\s*run ".*\.\.\. fail|^(?:│ )?Error: /, lines: 12 },
  playwright: { begins: /^\s*\d+\) /, lines: 20 },
};

const ANSI = /\u001b\[[0-9;]*m/g;
const MOST_LINES = 120;

/**
 * The lines of a test runner's output that say which tests failed and why.
 *
 * @param {import('./suites.mjs').Runner} runner
 * @param {string} output
 * @returns {string[]} at most 120
 */
export function failures(runner, output) {
  const { begins, lines, file, twice } = PARTS[runner];
  /** @type {string[]} */
  const found = [];
  const seen = new Set();
  let left = 0;
  let where = '';
  for (const line of output.replace(ANSI, '').split('\n')) {
    if (file?.test(line)) {
      // How long it took stands behind it once, and not when it is told again.
      where = line.replace(/ \([\d.]+ m?s\)$/, '');
      left = 0;
    }
    if (begins.test(line)) {
      const part = `${where}\n${line}`;
      left = twice && seen.has(part) ? 0 : lines;
      if (left > 0 && where && !seen.has(where)) {
        found.push(where);
        seen.add(where);
      }
      seen.add(part);
    }
    if (left > 0) {
      left -= 1;
      found.push(line);
    }
  }
  return found.length > MOST_LINES
    ? [
        ...found.slice(0, MOST_LINES - 1),
        `and ${found.length - MOST_LINES + 1} lines more, above`,
      ]
    : found;
}
