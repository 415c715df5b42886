import type { RunMetric } from '@mlinfra/plugin-mlinfra-common';

/** The values of one metric of several runs after one step, in the runs' order. */
export interface MetricRow {
  step: string;
  values: (number | undefined)[];
}

/**
 * One metric of several runs, step by step. The steps are in the order of the
 * runs; one that only a later run has comes after the step that it followed.
 */
export function metricRows(runs: (RunMetric | undefined)[]): MetricRow[] {
  const order: string[] = [];
  for (const metric of runs) {
    let at = -1;
    for (const { step } of metric?.steps ?? []) {
      const known = order.indexOf(step);
      if (known === -1) {
        order.splice(at + 1, 0, step);
        at += 1;
      } else {
        at = known;
      }
    }
  }
  return order.map(step => ({
    step,
    values: runs.map(
      metric => metric?.steps.filter(each => each.step === step).at(-1)?.value,
    ),
  }));
}
