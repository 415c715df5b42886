import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { component } from '../__testUtils__/entities';
import { budgetRow, endpointRow, seed } from '../__testUtils__/seed';
import { startPortal } from '../__testUtils__/startPortal';

const REF = 'component:default/speech';
const SPEECH = '/api/mlinfra/v1/entities/component/default/speech';
const entities = [
  component('speech', undefined, {
    'mlinfra.io/stacks': 'inference-api, churn',
    'mlinfra.io/environments': 'dev,prod',
    'mlinfra.io/template-version': '0.1.0',
  }),
  component('secret'),
];

describe('routes of an entity', () => {
  it('answer with its endpoints, budgets and summary', async () => {
    const { server, stores } = await startPortal({ entities });
    await seed(stores, [
      endpointRow(REF, 'a'),
      endpointRow(REF, 'b', { status: 'failed' }),
      endpointRow('component:default/other', 'c'),
    ]);
    await seed(stores, [budgetRow(REF, 'budget')], {
      collector: 'budgets',
      region: 'global',
    });

    const endpoints = await request(server).get(`${SPEECH}/endpoints`);
    expect(endpoints.status).toBe(200);
    expect(endpoints.body).toMatchObject({
      entityRef: REF,
      aws: { connected: true, emulated: false },
      items: [
        { id: 'a', accountName: 'development' },
        { id: 'b', accountName: 'development' },
      ],
      collections: [
        {
          collector: 'inventory',
          accountId: '111111111111',
          accountName: 'development',
          region: 'eu-central-1',
          running: false,
          requested: false,
          stale: false,
        },
      ],
    });
    const budgets = await request(server).get(`${SPEECH}/budgets`);
    expect(budgets.body).toMatchObject({
      items: [{ limit: '50', actual: '45.5', usedPercent: 91 }],
      collections: [{ collector: 'budgets', region: 'global' }],
    });
    const summary = await request(server).get(`${SPEECH}/summary`);
    expect(summary.body).toMatchObject({
      entityRef: REF,
      stacks: ['inference-api', 'churn'],
      environments: ['dev', 'prod'],
      templateVersion: '0.1.0',
      endpoints: { total: 2, byStatus: { live: 1, failed: 1 } },
      budgets: { total: 1, byStatus: { warning: 1 } },
      runs: { total: 0, byStatus: {} },
    });
    expect(summary.body.collections).toHaveLength(3);
  });

  it('take the entity in any case', async () => {
    const { server, stores } = await startPortal({ entities });
    await seed(stores, [endpointRow(REF, 'a')]);
    const { body } = await request(server).get(
      '/api/mlinfra/v1/entities/Component/Default/Speech/endpoints',
    );
    expect(body.items).toHaveLength(1);
  });

  it.each(['summary', 'endpoints', 'budgets'])(
    '%s is 404 for an unknown entity, and for one that the caller may not read',
    async route => {
      const hidden = ['component:default/secret'];
      const { server, stores } = await startPortal({ entities, hidden });
      await seed(stores, [endpointRow('component:default/secret', 'a')]);
      for (const name of ['nobody', 'secret']) {
        const { status, body } = await request(server).get(
          `/api/mlinfra/v1/entities/component/default/${name}/${route}`,
        );
        expect(status).toBe(404);
        expect(body.error).toMatchObject({
          name: 'NotFoundError',
          message: expect.stringContaining(`component:default/${name}`),
        });
      }
    },
  );

  it.each([
    ['endpoints', 'mlinfra.inventory.read'],
    ['budgets', 'mlinfra.cost.read'],
  ])('%s is 403 without %s for the entity', async (route, name) => {
    const { server } = await startPortal({
      entities,
      policy: (permission, entityRef) =>
        permission.name === name && entityRef === REF
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    });
    const { status, body } = await request(server).get(`${SPEECH}/${route}`);
    expect(status).toBe(403);
    expect(body.error.message).toContain(name);
    const other = await request(server).get(
      `/api/mlinfra/v1/entities/component/default/secret/${route}`,
    );
    expect(other.status).toBe(200);
  });

  it('summary leaves out what the caller may not see, and is 403 without anything', async () => {
    const denied = new Set(['mlinfra.cost.read']);
    const { server } = await startPortal({
      entities,
      policy: permission =>
        denied.has(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    });
    const { body } = await request(server).get(`${SPEECH}/summary`);
    expect(body.endpoints).toEqual({ total: 0, byStatus: {} });
    expect(body).not.toHaveProperty('budgets');
    expect(
      body.collections.map((each: { collector: string }) => each.collector),
    ).toEqual(['inventory', 'runs']);
    denied.add('mlinfra.inventory.read');
    expect((await request(server).get(`${SPEECH}/summary`)).status).toBe(403);
  });

  it('name only the accounts that may speak for the entity', async () => {
    const { server } = await startPortal({
      entities,
      mlinfra: {
        accounts: [
          {
            accountId: '111111111111',
            regions: ['eu-central-1'],
            owners: ['group:default/others'],
          },
          { accountId: '222222222222', regions: ['eu-central-1'] },
        ],
      },
    });
    const { body } = await request(server).get(`${SPEECH}/endpoints`);
    expect(body.collections).toMatchObject([{ accountId: '222222222222' }]);
  });

  it('say that no AWS is connected', async () => {
    const { server } = await startPortal({ entities, mlinfra: {} });
    const { body } = await request(server).get(`${SPEECH}/endpoints`);
    expect(body).toEqual({
      entityRef: REF,
      aws: { connected: false, emulated: false },
      items: [],
      databases: [],
      alarms: [],
      collections: [],
    });
  });

  it('tell the error of a collection and the age of its data', async () => {
    const { server, stores } = await startPortal({ entities });
    await stores
      .knex('collection_targets')
      .where({ collector: 'inventory' })
      .update({
        last_success_at: '2026-01-01T00:00:00.000Z',
        last_attempt_at: '2026-01-01T00:10:00.000Z',
        error_kind: 'throttled',
        error_message: 'slow down',
        error_operation: 'lambda:ListFunctions',
        error_at: '2026-01-01T00:10:01.000Z',
        leased_until: new Date(Date.now() + 60_000).toISOString(),
      });
    const { body } = await request(server).get(`${SPEECH}/endpoints`);
    expect(body.collections).toMatchObject([
      {
        lastSuccessAt: '2026-01-01T00:00:00.000Z',
        running: true,
        stale: true,
        error: { kind: 'throttled', operation: 'lambda:ListFunctions' },
      },
    ]);
  });

  it('need a sign-in', async () => {
    const { server } = await startPortal({ entities });
    const { status } = await request(server)
      .get(`${SPEECH}/endpoints`)
      .set('Authorization', mockCredentials.none.header());
    expect(status).toBe(401);
  });
});
