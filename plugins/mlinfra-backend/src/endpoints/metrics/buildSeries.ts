import type { MetricSeries } from '@mlinfra/plugin-mlinfra-common';
import type { MetricValues } from '../../aws/MetricReader';
import type { PlannedSeries } from './metricPlan';
import type { MetricWindow } from './metricWindow';

/** Until then CloudWatch may not have got what was measured. */
const ARRIVES_WITHIN_MS = 3 * 60_000;

/**
 * A line from what AWS answered, one value for each period.
 *
 * AWS sends no count where nothing was asked. So a missing count is 0 in a
 * period for which AWS would have sent one: after the endpoint was there
 * (`since`), and long enough ago to have arrived. Everything else that is
 * missing stays so.
 */
export function buildSeries(
  plan: PlannedSeries,
  answers: MetricValues[],
  window: MetricWindow,
  { since, readAt }: { since: number | undefined; readAt: number },
): MetricSeries {
  const { metric, unit, combine, scale } = plan;
  const periodMs = window.periodSeconds * 1_000;
  const from = Date.parse(window.from);
  const starts = Array.from(
    { length: window.periods },
    (_, index) => from + index * periodMs,
  );
  const counted = (start: number) =>
    unit === 'count' &&
    since !== undefined &&
    start + periodMs > since &&
    start + periodMs + ARRIVES_WITHIN_MS <= readAt;
  const values = starts.map(start => {
    const found = answers.flatMap(each => each.get(start) ?? []);
    if (found.length === 0) {
      return counted(start) ? 0 : null;
    }
    const value =
      combine === 'sum'
        ? found.reduce((sum, each) => sum + each, 0)
        : Math.max(...found);
    return rounded(value * scale);
  });
  return { metric, unit, values };
}

/** Six digits are more than is measured, and keep answers short. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
