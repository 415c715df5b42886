// @ts-check

/**
 * What CloudWatch would have measured of the demo team's endpoints: a quiet
 * day with a few errors, the same at every start.
 */

/** @typedef {{ namespace: string, metric: string, dimensions: Record<string, string>, unit: 'Count' | 'Milliseconds' | 'Microseconds' | 'Seconds' | 'Percent', valueAt: (minute: number) => number | number[] }} DemoMetric */

/** A number from 0 to 1 that looks like chance and never changes. @param {number} minute @param {number} salt */
function chance(minute, salt) {
  const wave = Math.sin(minute * 12.9898 + salt * 78.233) * 43758.5453;
  return wave - Math.floor(wave);
}

/** Requests in a minute: slow waves and a little noise. @param {number} minute @param {number} salt @param {number} usual */
function requests(minute, salt, usual) {
  const wave = 1 + 0.5 * Math.sin((minute / 47) * Math.PI + salt);
  return Math.round(usual * wave * (0.7 + 0.6 * chance(minute, salt)));
}

/** In one millisecond. */
const PER_MILLISECOND = { Milliseconds: 1, Microseconds: 1000, Seconds: 0.001 };

/** Latencies of a minute in milliseconds, a slow one among them. @param {number} minute @param {number} salt @param {number} usual */
function latencies(minute, salt, usual) {
  return Array.from({ length: 5 }, (_, index) => {
    const base = usual * (0.8 + 0.4 * chance(minute + index, salt));
    return Math.round(index === 4 ? base * 2.2 : base);
  });
}

/**
 * @param {string} namespace
 * @param {Record<string, string>} dimensions
 * @param {{ count: string, error: string, latency: string, unit: 'Milliseconds' | 'Microseconds' | 'Seconds', usualRequests: number, usualMilliseconds: number, salt: number }} of
 * @returns {DemoMetric[]}
 */
export function traffic(namespace, dimensions, of) {
  const { salt } = of;
  return [
    {
      namespace,
      dimensions,
      metric: of.count,
      unit: 'Count',
      valueAt: minute => requests(minute, salt, of.usualRequests),
    },
    {
      namespace,
      dimensions,
      metric: of.error,
      unit: 'Count',
      valueAt: minute => (chance(minute, salt + 1) > 0.96 ? 1 : 0),
    },
    {
      namespace,
      dimensions,
      metric: of.latency,
      unit: of.unit,
      valueAt: minute =>
        latencies(minute, salt, of.usualMilliseconds).map(
          value => value * PER_MILLISECOND[of.unit],
        ),
    },
  ];
}

/**
 * @param {string} metric
 * @param {Record<string, string>} dimensions
 * @param {number} usual percent
 * @param {number} salt
 * @returns {DemoMetric}
 */
export function utilization(metric, dimensions, usual, salt) {
  return {
    namespace: 'AWS/ECS',
    metric,
    dimensions,
    unit: 'Percent',
    valueAt: minute =>
      Math.round(
        10 *
          usual *
          (1 + 0.3 * Math.sin(minute / 31 + salt) + 0.1 * chance(minute, salt)),
      ) / 10,
  };
}
