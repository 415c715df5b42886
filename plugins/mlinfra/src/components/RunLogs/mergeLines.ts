import type { LogLine } from '@mlinfra/plugin-mlinfra-common';

/** What is known of a log. */
export interface MergedLines {
  lines: LogLine[];
  /** True where the new end does not join what was known: that was put away. */
  gap: boolean;
}

/**
 * Joins a log's newest lines to those that are known. Both are in order, so
 * the longest end of the known lines that the newest begin with is what they
 * have in common. Lines carry no number of their own.
 */
export function mergeLines(known: LogLine[], newest: LogLine[]): MergedLines {
  if (known.length === 0) {
    return { lines: newest, gap: false };
  }
  for (
    let common = Math.min(known.length, newest.length);
    common > 0;
    common -= 1
  ) {
    const end = known.length - common;
    if (
      newest
        .slice(0, common)
        .every((line, index) => isSame(line, known[end + index]))
    ) {
      return { lines: [...known, ...newest.slice(common)], gap: false };
    }
  }
  // No newest lines at all: nothing was taken back.
  return newest.length === 0
    ? { lines: known, gap: false }
    : { lines: newest, gap: true };
}

function isSame(a: LogLine, b: LogLine): boolean {
  return a.at === b.at && a.message === b.message;
}
