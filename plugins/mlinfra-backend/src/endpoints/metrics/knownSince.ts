import type { MetricValues } from '../../aws/MetricReader';
import type { StoredEndpoint } from '../../collectors/buildEndpoint';

/** The earliest time at which an endpoint is known to have been there, in milliseconds. */
export function knownSince(
  { deployedAt, deployments, model }: StoredEndpoint,
  answers: MetricValues[],
): number | undefined {
  const times = [
    deployedAt,
    model?.createdAt,
    ...deployments.map(({ at }) => at),
  ].flatMap(at => (at === undefined ? [] : [Date.parse(at)]));
  const measured = answers.flatMap(values => [...values.keys()]);
  const first = Math.min(...times, ...measured);
  return Number.isFinite(first) ? first : undefined;
}
