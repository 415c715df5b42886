import {
  GetMetricDataCommand,
  type MetricDataResult,
} from '@aws-sdk/client-cloudwatch';
import type { Timestamp } from '@mlinfra/plugin-mlinfra-common';
import { AwsCallError } from './AwsCallError';
import type { AwsCall, AwsCaller } from './AwsCaller';
import type { AwsClients } from './AwsClients';
import { readAllPages } from './readAllPages';

/** AWS's limit of one request. */
const MOST_QUERIES = 500;

/** One statistic of one metric. */
export interface MetricQuery {
  namespace: string;
  name: string;
  dimensions: Record<string, string>;
  /** AWS's own word: `Sum`, `Average`, `p95`. */
  stat: string;
}

/** Values by the beginning of their period, in milliseconds since 1970. */
export type MetricValues = Map<number, number>;

/** Reads metrics of CloudWatch. */
export class MetricReader {
  constructor(
    private readonly clients: AwsClients,
    private readonly caller: AwsCaller,
  ) {}

  /** The values of each query, in their order. Periods without data are not among them. */
  async values(
    call: AwsCall,
    queries: MetricQuery[],
    window: { from: Timestamp; to: Timestamp; periodSeconds: number },
  ): Promise<MetricValues[]> {
    const values = queries.map((): MetricValues => new Map());
    for (let start = 0; start < queries.length; start += MOST_QUERIES) {
      const asked = queries.slice(start, start + MOST_QUERIES);
      const results = await readAllPages(async NextToken => {
        const page = await this.caller.run('GetMetricData', call, options =>
          this.clients.cloudWatch(call).send(
            new GetMetricDataCommand({
              StartTime: new Date(window.from),
              EndTime: new Date(window.to),
              ScanBy: 'TimestampAscending',
              MetricDataQueries: asked.map((query, index) => ({
                Id: `q${start + index}`,
                MetricStat: metricStat(query, window.periodSeconds),
              })),
              NextToken,
            }),
            options,
          ),
        );
        return { items: page.MetricDataResults, next: page.NextToken };
      });
      results.forEach(result => add(result, call, values));
    }
    return values;
  }
}

function metricStat(query: MetricQuery, periodSeconds: number) {
  return {
    Metric: {
      Namespace: query.namespace,
      MetricName: query.name,
      Dimensions: Object.entries(query.dimensions).map(([Name, Value]) => ({
        Name,
        Value,
      })),
    },
    Period: periodSeconds,
    Stat: query.stat,
  };
}

/** A query that AWS could not answer would look like one without data. */
function add(
  { Id = '', Timestamps = [], Values = [], StatusCode }: MetricDataResult,
  { accountId, region }: AwsCall,
  values: MetricValues[],
): void {
  if (StatusCode === 'InternalError' || StatusCode === 'Forbidden') {
    throw new AwsCallError(
      StatusCode === 'Forbidden' ? 'access-denied' : 'other',
      'cloudwatch:GetMetricData',
      `cloudwatch:GetMetricData in account ${accountId} (${region}) answered a query with ${StatusCode}. Ask again in a moment.`,
    );
  }
  const into = values[Number(Id.slice(1))];
  Timestamps.forEach((at, index) => into?.set(at.getTime(), Values[index]));
}
