// @ts-check

const started = Date.now();

/**
 * Prints what is being done, with the seconds since the command started.
 *
 * @param {string} message
 */
export function say(message) {
  const seconds = ((Date.now() - started) / 1000).toFixed(0).padStart(4);
  process.stdout.write(`${seconds} s  ${message}\n`);
}

/**
 * Ends the command with a message that says what to do.
 *
 * @param {string} message
 * @returns {never}
 */
export function giveUp(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}
