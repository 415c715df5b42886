const FIRST_MS = 30_000;
const JITTER = 0.2;

/**
 * How long to wait after the n-th failure in a row: 30 seconds, doubled each
 * time, at most an hour or the schedule's frequency where that is longer; up
 * to a fifth more or less, so that accounts that failed together part.
 */
export function retryDelayMs(
  failures: number,
  frequencyMs: number,
  random: () => number = Math.random,
): number {
  const longest = Math.max(frequencyMs, 60 * 60_000);
  const delay = Math.min(FIRST_MS * 2 ** Math.min(failures - 1, 20), longest);
  return withJitter(delay, JITTER, random);
}

/** The time to the next collection after a success, up to a twentieth more or less. */
export function nextCollectionMs(
  frequencyMs: number,
  random: () => number = Math.random,
): number {
  return withJitter(frequencyMs, 0.05, random);
}

function withJitter(
  milliseconds: number,
  share: number,
  random: () => number,
): number {
  return Math.round(milliseconds * (1 + share * (2 * random() - 1)));
}
