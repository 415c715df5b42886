import { historyInput } from '../plugins/mlinfra-backend/src/runs/history/__testUtils__/historyInput';
import { mapHistory } from '../plugins/mlinfra-backend/src/runs/history/__testUtils__/mapHistory';
import { buildRunHistory } from '../plugins/mlinfra-backend/src/runs/history/buildRunHistory';
import { lines, median } from './statistics';

const ROUNDS = 5;

/** Computes steps from histories: 25 times the events must take about 25 times as long. */
export function benchRunHistory(): string {
  const short = measure(1_000);
  const long = measure(25_000);
  return lines('Steps from the history of a run', [
    ['1,000 events, median of 5', `${short.toFixed(1)} ms`],
    ['25,000 events, median of 5', `${long.toFixed(0)} ms`],
    [
      'ratio, 25 where the time grows with the events',
      (long / short).toFixed(1),
    ],
  ]);
}

/** @returns milliseconds */
function measure(events: number): number {
  const input = historyInput(mapHistory(events));
  return median(
    Array.from({ length: ROUNDS }, () => {
      const began = performance.now();
      buildRunHistory(input);
      return performance.now() - began;
    }),
  );
}
