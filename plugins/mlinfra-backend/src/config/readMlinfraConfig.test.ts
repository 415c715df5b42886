import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readMlinfraConfig } from './readMlinfraConfig';

function read(mlinfra?: JsonObject) {
  return readMlinfraConfig(
    mockServices.rootConfig({ data: mlinfra ? { mlinfra } : {} }),
  );
}
const account = { accountId: '111111111111', regions: ['eu-central-1'] };

describe('readMlinfraConfig', () => {
  it('has defaults without any configuration', () => {
    expect(read()).toEqual({
      accounts: [],
      schedules: {
        inventory: { frequencyMs: 600_000, timeoutMs: 300_000 },
        budgets: { frequencyMs: 3_600_000, timeoutMs: 300_000 },
        runs: { frequencyMs: 60_000, timeoutMs: 300_000 },
      },
      refreshMinIntervalMs: 30_000,
      aws: { maxAttempts: 4, concurrency: 4, requestTimeoutMs: 20_000 },
      runs: {
        quotaShare: 0.2,
        retentionMs: 7_776_000_000,
        followIntervalMs: 3_000,
        readHistoryOnEnd: true,
        redact: undefined,
      },
      tryIt: { enabled: false, maxBodyBytes: 65_536, perMinute: 20 },
    });
  });

  it('reads an account with everything', () => {
    const { accounts } = read({
      accounts: [
        {
          ...account,
          name: 'dev',
          owners: ['ML-Speech', 'user:jane'],
          entityFilter: { kind: 'component' },
          environments: ['dev'],
          payer: '222222222222',
          emulated: true,
        },
      ],
    });
    expect(accounts).toEqual([
      {
        ...account,
        name: 'dev',
        owners: ['group:default/ml-speech', 'user:default/jane'],
        entityFilter: { kind: 'component' },
        environments: ['dev'],
        payer: '222222222222',
        emulated: true,
      },
    ]);
  });

  it('reads durations in every form', () => {
    const config = read({
      schedules: { inventory: { frequency: '2m', timeout: { seconds: 90 } } },
      refresh: { minInterval: 'PT5S' },
    });
    expect(config.schedules.inventory).toEqual({
      frequencyMs: 120_000,
      timeoutMs: 90_000,
    });
    expect(config.refreshMinIntervalMs).toBe(5_000);
  });

  it('reads how runs are read', () => {
    const { runs } = read({
      runs: {
        quotaShare: 0.1,
        retention: { days: 30 },
        followInterval: '5s',
        readHistoryOnEnd: false,
        redact: ['passport'],
      },
    });
    expect(runs).toEqual({
      quotaShare: 0.1,
      retentionMs: 2_592_000_000,
      followIntervalMs: 5_000,
      readHistoryOnEnd: false,
      redact: ['passport'],
    });
  });

  it('reads whether endpoints may be tried', () => {
    const { tryIt } = read({
      tryIt: { enabled: true, maxBodyBytes: 1_000, perMinute: 5 },
    });
    expect(tryIt).toEqual({ enabled: true, maxBodyBytes: 1_000, perMinute: 5 });
  });

  it.each<[string, JsonObject]>([
    [
      'mlinfra.accounts[0].accountId',
      { accounts: [{ regions: ['eu-central-1'] }] },
    ],
    [
      'mlinfra.accounts[0].accountId',
      { accounts: [{ ...account, accountId: 111111111111 }] },
    ],
    [
      'mlinfra.accounts[0].accountId',
      { accounts: [{ ...account, accountId: '1234' }] },
    ],
    ['mlinfra.accounts[1].accountId', { accounts: [account, account] }],
    [
      'mlinfra.accounts[0].regions',
      { accounts: [{ accountId: '111111111111' }] },
    ],
    [
      'mlinfra.accounts[0].regions[1]',
      { accounts: [{ ...account, regions: ['eu-central-1', 'Frankfurt'] }] },
    ],
    [
      'mlinfra.accounts[0].regions[1]',
      { accounts: [{ ...account, regions: ['eu-central-1', 'eu-central-1'] }] },
    ],
    [
      'mlinfra.accounts[0].owners[0]',
      { accounts: [{ ...account, owners: ['a:b:c/d/'] }] },
    ],
    [
      'mlinfra.accounts[0].entityFilter',
      { accounts: [{ ...account, entityFilter: { kind: { $nonsense: 1 } } }] },
    ],
    ['mlinfra.accounts[0].payer', { accounts: [{ ...account, payer: 'us' }] }],
    [
      'accounts[0].emulated',
      { accounts: [{ ...account, emulated: 'perhaps' }] },
    ],
    [
      'mlinfra.schedules.inventory.frequency',
      { schedules: { inventory: { frequency: 'often' } } },
    ],
    [
      'mlinfra.schedules.budgets.timeout',
      { schedules: { budgets: { timeout: { minutes: 0 } } } },
    ],
    ['mlinfra.refresh.minInterval', { refresh: { minInterval: 'x' } }],
    ['mlinfra.aws.maxAttempts', { aws: { maxAttempts: 0 } }],
    ['mlinfra.aws.concurrency', { aws: { concurrency: 2.5 } }],
    ['mlinfra.runs.quotaShare', { runs: { quotaShare: 0 } }],
    ['mlinfra.runs.quotaShare', { runs: { quotaShare: 1.5 } }],
    ['mlinfra.runs.retention', { runs: { retention: '-1d' } }],
    ['mlinfra.runs.followInterval', { runs: { followInterval: 'soon' } }],
    ['tryIt.enabled', { tryIt: { enabled: 'perhaps' } }],
    ['mlinfra.tryIt.maxBodyBytes', { tryIt: { maxBodyBytes: 1_000_000 } }],
    ['mlinfra.tryIt.perMinute', { tryIt: { perMinute: 0 } }],
    ['mlinfra.aws.requestTimeout', { aws: { requestTimeout: '-1s' } }],
  ])('names %s when it is wrong', (key, mlinfra) => {
    let message = '';
    try {
      read(mlinfra);
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain(key);
  });
});
