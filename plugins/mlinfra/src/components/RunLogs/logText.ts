import type { LogLine } from '@mlinfra/plugin-mlinfra-common';

/** A log as a file: a line each, its time first. */
export function logText(lines: LogLine[]): string {
  return lines.map(({ at, message }) => `${at} ${message}\n`).join('');
}

/** "09:12:31" of an instant in UTC; what is none as it came. */
export function logTime(at: string): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : new Date(time).toISOString().slice(11, 19);
}
