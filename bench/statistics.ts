/** The middle of some measurements, in their unit. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A report: a heading, and a line for each measured thing. */
export function lines(title: string, rows: Array<[string, string]>): string {
  const width = Math.max(...rows.map(([what]) => what.length));
  return [
    title,
    ...rows.map(([what, value]) => `  ${what.padEnd(width)}  ${value}`),
    '',
  ].join('\n');
}
