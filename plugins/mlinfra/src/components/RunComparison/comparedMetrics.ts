import type { RunMetric } from '@mlinfra/plugin-mlinfra-common';

/** One metric of two runs; undefined where a run has not reported it. */
export interface ComparedMetric {
  /** For label, unit and direction; of the first run that has it. */
  metric: RunMetric;
  a: RunMetric | undefined;
  b: RunMetric | undefined;
}

/** Joins the metrics of two runs by their ids: those of the first, then what only the second has. */
export function comparedMetrics(
  a: RunMetric[] = [],
  b: RunMetric[] = [],
): ComparedMetric[] {
  const inA = new Set(a.map(({ id }) => id));
  return [
    ...a.map(metric => ({
      metric,
      a: metric,
      b: b.find(({ id }) => id === metric.id),
    })),
    ...b
      .filter(({ id }) => !inA.has(id))
      .map(metric => ({ metric, a: undefined, b: metric })),
  ];
}
