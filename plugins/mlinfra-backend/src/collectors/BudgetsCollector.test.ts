import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { MLINFRA_TAGS } from '@mlinfra/plugin-mlinfra-common';
import { component } from '../__testUtils__/entities';
import { accountConfig } from '../__testUtils__/mlinfraConfig';
import type { BudgetSummary } from '../aws/BudgetSource';
import { ClaimChecker } from '../claims/ClaimChecker';
import { BudgetsCollector } from './BudgetsCollector';
import type { CachedDetail } from './CachedDetail';

const usd = (amount: string) => ({ amount, unit: 'USD' });

function budget(overrides?: Partial<BudgetSummary>): BudgetSummary {
  return {
    arn: 'arn:aws:budgets::111111111111:budget/speech',
    name: 'speech',
    type: 'COST',
    timeUnit: 'MONTHLY',
    limit: usd('50.0'),
    actual: usd('12.340'),
    entityTagValues: ['component:default/speech'],
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...overrides,
  };
}

function setUp(budgets: BudgetSummary[]) {
  const budgetTags = jest.fn(async () => ({
    [MLINFRA_TAGS.environment]: 'prod',
  }));
  const collector = new BudgetsCollector(
    { budgets: async () => budgets, budgetTags },
    new ClaimChecker(
      catalogServiceMock({ entities: [component('speech')] }),
      mockServices.auth(),
    ),
  );
  let details = new Map<string, CachedDetail>();
  async function collect(
    now = '2026-01-01T12:00:00.000Z',
    account = accountConfig('111111111111'),
  ) {
    const output = await collector.collect({
      account,
      call: {
        accountId: '111111111111',
        region: 'us-east-1',
        signal: new AbortController().signal,
      },
      details,
      earlier: [],
      refreshes: new Map(),
      now,
    });
    details = new Map(output.details.map(each => [each.arn, each]));
    return output;
  }
  return { collect, budgetTags };
}

describe('BudgetsCollector (A9)', () => {
  it('keeps amounts as decimal strings, and takes the environment from the tags', async () => {
    const { rows } = await setUp([
      budget({ forecast: usd('0.30000000000000000001') }),
    ]).collect();
    expect(rows.map(row => row.content)).toEqual([
      {
        id: 'arn:aws:budgets::111111111111:budget/speech',
        entityRef: 'component:default/speech',
        name: 'speech',
        accountId: '111111111111',
        environment: 'prod',
        timeUnit: 'MONTHLY',
        limit: '50',
        actual: '12.34',
        forecast: '0.30000000000000000001',
        usedPercent: 24.7,
        status: 'ok',
        consoleUrl: expect.stringContaining('budgets/details?name=speech'),
        collectedAt: '2026-01-01T12:00:00.000Z',
      },
    ]);
  });

  it('asks for tags of new and changed budgets only', async () => {
    const summary = budget();
    const { collect, budgetTags } = setUp([summary]);
    await collect();
    await collect();
    expect(budgetTags).toHaveBeenCalledTimes(1);
    summary.updatedAt = '2026-01-01T13:00:00.000Z';
    await collect();
    expect(budgetTags).toHaveBeenCalledTimes(2);
  });

  it('does not ask for tags again when only the spend changes', async () => {
    const summary = budget();
    const { collect, budgetTags } = setUp([summary]);
    await collect();
    summary.actual = usd('49');
    const { rows } = await collect();
    expect(rows[0].status).toBe('warning');
    expect(budgetTags).toHaveBeenCalledTimes(1);
  });

  it.each<[string, Partial<BudgetSummary>, RegExp]>([
    [
      'of an unknown entity',
      { entityTagValues: ['component:default/x'] },
      /no entity component:default\/x/,
    ],
    [
      'of several entities',
      { entityTagValues: ['component:default/speech', 'component:default/x'] },
      /2 entities together/,
    ],
    ['of usage', { type: 'USAGE' }, /type USAGE/],
    ['in another currency', { limit: { amount: '5', unit: 'EUR' } }, /EUR/],
    ['without a limit', { limit: undefined }, /no limit/],
  ])('refuses a budget %s, and says why', async (_name, overrides, reason) => {
    const { rows, rejected } = await setUp([budget(overrides)]).collect();
    expect(rows).toEqual([]);
    expect(rejected).toEqual([
      expect.objectContaining({ reason: expect.stringMatching(reason) }),
    ]);
  });

  it('links to no console of an emulated account', async () => {
    const { rows } = await setUp([budget()]).collect(
      undefined,
      accountConfig('111111111111', { emulated: true }),
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('console');
  });

  it('ignores budgets of nobody', async () => {
    const output = await setUp([budget({ entityTagValues: [] })]).collect();
    expect(output).toMatchObject({ rows: [], rejected: [] });
  });
});
