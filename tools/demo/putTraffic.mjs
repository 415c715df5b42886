// @ts-check
import {
  CloudWatchClient,
  PutMetricDataCommand,
} from '@aws-sdk/client-cloudwatch';

const MINUTE_MS = 60_000;
/** As many as CloudWatch takes at once. */
const AT_ONCE = 1000;

/**
 * Writes what was measured in the minutes from `from` to before `to`.
 *
 * @param {import('./seed.mjs').DemoClient & { region: string }} client
 * @param {import('./demoTraffic.mjs').DemoMetric[]} metrics
 * @param {{ from: Date, to: Date }} time
 */
export async function putTraffic(client, metrics, { from, to }) {
  const cloudWatch = new CloudWatchClient({
    ...client,
    // The emulated AWS does not take compressed requests.
    disableRequestCompression: true,
  });
  const first = Math.floor(from.getTime() / MINUTE_MS);
  const last = Math.floor(to.getTime() / MINUTE_MS);
  /** @type {Map<string, import('@aws-sdk/client-cloudwatch').MetricDatum[]>} */
  const byNamespace = new Map();
  for (const metric of metrics) {
    const data = byNamespace.get(metric.namespace) ?? [];
    byNamespace.set(metric.namespace, data);
    for (let minute = first; minute < last; minute += 1) {
      for (const Value of [metric.valueAt(minute)].flat()) {
        data.push({
          MetricName: metric.metric,
          Dimensions: Object.entries(metric.dimensions).map(
            ([Name, value]) => ({ Name, Value: value }),
          ),
          Timestamp: new Date(minute * MINUTE_MS),
          Unit: metric.unit,
          Value,
        });
      }
    }
  }
  for (const [Namespace, data] of byNamespace) {
    for (let start = 0; start < data.length; start += AT_ONCE) {
      await cloudWatch.send(
        new PutMetricDataCommand({
          Namespace,
          MetricData: data.slice(start, start + AT_ONCE),
        }),
      );
    }
  }
}
