import { mockServices } from '@backstage/backend-test-utils';
import {
  accountConfig,
  mlinfraConfig,
} from '../../__testUtils__/mlinfraConfig';
import {
  storedEndpoint,
  storedModel,
} from '../../__testUtils__/storedEndpoint';
import { AwsCallError } from '../../aws/AwsCallError';
import type { MetricReader } from '../../aws/MetricReader';
import { EndpointMetricsReader } from './EndpointMetricsReader';

const NOW = Date.UTC(2026, 0, 2, 12, 0, 30);
const OTHER = '222222222222';

type Values = MetricReader['values'];

function answering() {
  return jest.fn<ReturnType<Values>, Parameters<Values>>(
    async (_call, queries, { from }) =>
      queries.map(() => new Map([[Date.parse(from), 1]])),
  );
}

function replicas(values: Values) {
  const shared = new Map<string, unknown>();
  const cache = mockServices.cache.mock({
    get: jest.fn(
      async key => JSON.parse(String(shared.get(key) ?? 'null')) ?? undefined,
    ),
    set: jest.fn(async (key, value) => {
      shared.set(key, JSON.stringify(value));
    }),
  });
  const options = {
    config: mlinfraConfig([
      accountConfig('111111111111'),
      accountConfig(OTHER),
    ]),
    metrics: { values },
    cache,
    logger: mockServices.logger.mock(),
    now: () => NOW,
  };
  return {
    cache,
    one: new EndpointMetricsReader(options),
    other: new EndpointMetricsReader(options),
  };
}

const speech = storedEndpoint();
const model = storedModel();
const foreign = storedEndpoint({
  id: 'arn:aws:apigateway:eu-central-1::/restapis/zzz/stages/v1',
  accountId: OTHER,
});

describe('EndpointMetricsReader', () => {
  it('asks once for all endpoints of an account and region', async () => {
    const values = answering();
    const { one } = replicas(values);
    const { items, asOf, failures } = await one.read(
      [speech, model, foreign],
      '3h',
    );
    expect(
      values.mock.calls.map(([{ accountId }, { length }]) => [
        accountId,
        length,
      ]),
    ).toEqual([
      ['111111111111', 5 + 10],
      [OTHER, 5],
    ]);
    expect(items.map(({ key }) => key)).toEqual([
      speech.key,
      model.key,
      foreign.key,
    ]);
    expect(items[1].series.map(({ values: each }) => each[0])).toEqual([
      2, 4, 0.001, 0.001,
    ]);
    expect(asOf).toBe(new Date(NOW).toISOString());
    expect(failures).toEqual([]);
  });

  it('asks once however many look, in whichever replica', async () => {
    const values = answering();
    const { one, other } = replicas(values);
    const [first, second] = await Promise.all([
      one.read([speech], '3h'),
      one.read([speech], '3h'),
    ]);
    expect(second).toEqual(first);
    expect(await other.read([speech], '3h')).toEqual(first);
    expect(values).toHaveBeenCalledTimes(1);
    await other.read([speech], '24h');
    expect(values).toHaveBeenCalledTimes(2);
  });

  it.each([
    [
      'throttled',
      new AwsCallError('throttled', 'cloudwatch:GetMetricData', 'Slower.'),
    ],
    [
      'expired-credentials',
      new AwsCallError(
        'expired-credentials',
        'cloudwatch:GetMetricData',
        'Renew.',
      ),
    ],
    ['timeout', new DOMException('too long', 'TimeoutError')],
  ])(
    'gives what others have when an account fails with %s, and asks again',
    async (kind, error) => {
      const values = answering();
      values.mockImplementationOnce(async () => {
        throw error;
      });
      const { one } = replicas(values);
      const { items, failures } = await one.read([speech, foreign], '3h');
      expect(items.map(({ key }) => key)).toEqual([foreign.key]);
      expect(failures).toMatchObject([
        { accountId: '111111111111', region: 'eu-central-1', error: { kind } },
      ]);
      expect((await one.read([speech, foreign], '3h')).failures).toEqual([]);
      expect(values).toHaveBeenCalledTimes(3);
    },
  );

  it('says that an account is connected no more', async () => {
    const values = answering();
    const { one } = replicas(values);
    const { failures } = await one.read(
      [storedEndpoint({ accountId: '333333333333' })],
      '3h',
    );
    expect(failures[0].error.message).toContain('mlinfra.accounts');
    expect(values).not.toHaveBeenCalled();
  });

  it('goes on without a cache that does not answer', async () => {
    const values = answering();
    const { one, cache } = replicas(values);
    cache.get.mockRejectedValue(new Error('down'));
    cache.set.mockRejectedValue(new Error('down'));
    expect((await one.read([speech], '3h')).items).toHaveLength(1);
  });
});
