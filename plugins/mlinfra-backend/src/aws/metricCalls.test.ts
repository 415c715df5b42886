import { mockServices } from '@backstage/backend-test-utils';
import { AwsStandIn } from '../__testUtils__/AwsStandIn';
import { isolateAwsEnvironment } from '../__testUtils__/awsEnvironment';
import type { AwsCall } from './AwsCaller';
import { connectAws } from './connectAws';
import type { MetricQuery } from './MetricReader';

const ACCOUNT = '111111111111';
const FROM = '2026-01-01T12:00:00.000Z';
const AT = Date.parse(FROM);
const WINDOW = {
  from: FROM,
  to: '2026-01-01T15:00:00.000Z',
  periodSeconds: 60,
};

/** The real SDK against a local stand-in for CloudWatch, which answers one query per page. */
describe('calls about metrics', () => {
  isolateAwsEnvironment();
  let aws: AwsStandIn;
  beforeEach(async () => {
    aws = new AwsStandIn();
    await aws.start();
  });
  afterEach(() => aws.stop());

  const call: AwsCall = {
    accountId: ACCOUNT,
    region: 'eu-central-1',
    signal: new AbortController().signal,
  };
  function connect() {
    const keys = { accessKeyId: 'AKIAMAIN', secretAccessKey: 'x' };
    return connectAws(
      mockServices.rootConfig({
        data: { aws: { accounts: [{ accountId: ACCOUNT, ...keys }] } },
      }),
      { maxAttempts: 1, concurrency: 4, requestTimeoutMs: 5_000 },
      1,
    ).metrics;
  }
  const query = (name: string): MetricQuery => ({
    namespace: 'AWS/ApiGateway',
    name,
    dimensions: { ApiName: 'speech', Stage: 'v1' },
    stat: 'Sum',
  });

  it('ask as CloudWatch wants it, and put all pages together', async () => {
    aws.on('cloudwatch:GetMetricData', ({ body }) => ({
      body:
        body.NextToken === 'more'
          ? {
              MetricDataResults: [
                { Id: 'q0', Timestamps: [AT / 1_000 + 60], Values: [3] },
              ],
            }
          : {
              MetricDataResults: [
                {
                  Id: 'q0',
                  Timestamps: [AT / 1_000],
                  Values: [2],
                  StatusCode: 'PartialData',
                },
                { Id: 'q1', Timestamps: [], Values: [] },
              ],
              NextToken: 'more',
            },
    }));
    const values = await connect().values(
      call,
      [query('Count'), query('5XXError')],
      WINDOW,
    );
    expect(values.map(each => [...each])).toEqual([
      [
        [AT, 2],
        [AT + 60_000, 3],
      ],
      [],
    ]);
    expect(aws.requests[0].body).toMatchObject({
      ScanBy: 'TimestampAscending',
      MetricDataQueries: [
        {
          Id: 'q0',
          MetricStat: {
            Period: 60,
            Stat: 'Sum',
            Metric: {
              Namespace: 'AWS/ApiGateway',
              MetricName: 'Count',
              Dimensions: [
                { Name: 'ApiName', Value: 'speech' },
                { Name: 'Stage', Value: 'v1' },
              ],
            },
          },
        },
        { Id: 'q1' },
      ],
    });
  });

  it('are split where there are more queries than fit', async () => {
    aws.on('cloudwatch:GetMetricData', ({ body }) => ({
      body: {
        MetricDataResults: (body.MetricDataQueries as { Id: string }[]).map(
          ({ Id }) => ({
            Id,
            Timestamps: [AT / 1_000],
            Values: [Number(Id.slice(1))],
          }),
        ),
      },
    }));
    const values = await connect().values(
      call,
      Array.from({ length: 1_001 }, (_, index) => query(`m${index}`)),
      WINDOW,
    );
    expect(aws.count('cloudwatch:GetMetricData')).toBe(3);
    expect(values.map(each => each.get(AT))).toEqual([...values.keys()]);
  });

  it.each([
    ['ThrottlingException', 'throttled'],
    ['ExpiredTokenException', 'expired-credentials'],
    ['AccessDeniedException', 'access-denied'],
  ])('say what %s means', async (code, kind) => {
    aws.fail('cloudwatch:GetMetricData', code);
    await expect(
      connect().values(call, [query('Count')], WINDOW),
    ).rejects.toMatchObject({ kind, operation: 'cloudwatch:GetMetricData' });
  });

  it('do not take a query that failed for one without data', async () => {
    aws.on('cloudwatch:GetMetricData', () => ({
      body: { MetricDataResults: [{ Id: 'q0', StatusCode: 'InternalError' }] },
    }));
    await expect(
      connect().values(call, [query('Count')], WINDOW),
    ).rejects.toThrow('InternalError');
  });
});
