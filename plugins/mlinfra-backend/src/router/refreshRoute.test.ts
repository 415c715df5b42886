import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { component } from '../__testUtils__/entities';
import { endpointRow, seed } from '../__testUtils__/seed';
import { type PortalOptions, startPortal } from '../__testUtils__/startPortal';

const REF = 'component:default/speech';
const FAR = '2099-01-01T00:00:00.000Z';

async function portal(options?: PortalOptions) {
  const started = await startPortal({
    entities: [component('speech'), component('secret')],
    mlinfra: {
      accounts: [
        {
          accountId: '111111111111',
          regions: ['eu-central-1', 'us-east-1'],
        },
        {
          accountId: '222222222222',
          regions: ['eu-central-1'],
          owners: ['group:default/others'],
        },
      ],
    },
    ...options,
  });
  const { knex, targets } = started.stores;
  await knex('collection_targets').update({ next_due_at: FAR });
  return {
    ...started,
    refresh: (body: object = { entityRef: REF }) =>
      request(started.server).post('/api/mlinfra/v1/refresh').send(body),
    due: async () =>
      (await targets.due(new Date().toISOString()))
        .map(key => `${key.collector} ${key.accountId} ${key.region}`)
        .sort(),
  };
}

describe('POST /v1/refresh', () => {
  it('makes everything due that may speak for an entity that has nothing yet', async () => {
    const { refresh, due, event, auditor, server } = await portal();
    const { status, body } = await refresh();
    expect(status).toBe(200);
    expect(body).toEqual({ status: 'scheduled', retryAfterSeconds: 30 });
    expect(await due()).toEqual([
      'budgets 111111111111 global',
      'inventory 111111111111 eu-central-1',
      'inventory 111111111111 us-east-1',
      'runs 111111111111 eu-central-1',
      'runs 111111111111 us-east-1',
    ]);
    const { body: budgets } = await request(server).get(
      '/api/mlinfra/v1/entities/component/default/speech/budgets',
    );
    expect(budgets.collections).toMatchObject([{ requested: true }]);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'refresh', meta: { entityRef: REF } }),
    );
    expect(event.success).toHaveBeenCalledWith({
      meta: { status: 'scheduled', targets: 5 },
    });
    expect(event.fail).not.toHaveBeenCalled();
  });

  it('makes only those regions due in which the entity has something of a kind', async () => {
    const { refresh, due, stores } = await portal();
    await seed(stores, [endpointRow(REF, 'a')]);
    await refresh({ entityRef: 'Component:Default/SPEECH' });
    expect(await due()).toEqual([
      'budgets 111111111111 global',
      'inventory 111111111111 eu-central-1',
      'runs 111111111111 eu-central-1',
      'runs 111111111111 us-east-1',
    ]);
  });

  it('is too soon a moment later, also on another replica', async () => {
    const { refresh, due, stores, event } = await portal();
    await stores.refreshes.request(
      REF,
      new Date(Date.now() - 10_000).toISOString(),
      '2026-01-01T00:00:00.000Z',
    );
    const { status, body } = await refresh();
    expect(status).toBe(200);
    expect(body.status).toBe('too-soon');
    expect(body.retryAfterSeconds).toBeGreaterThanOrEqual(18);
    expect(body.retryAfterSeconds).toBeLessThanOrEqual(20);
    expect(await due()).toEqual([]);
    expect(event.success).toHaveBeenCalledWith({
      meta: { status: 'too-soon', targets: 0 },
    });
  });

  it('does not make an account collect without end for many entities', async () => {
    const { refresh, due, stores } = await portal();
    await stores
      .knex('collection_targets')
      .update({ last_attempt_at: new Date().toISOString() });
    await refresh();
    expect(await due()).toEqual([]);
    const soon = new Date(Date.now() + 31_000).toISOString();
    expect(await stores.targets.due(soon)).toHaveLength(5);
  });

  it.each([
    ['component:default/nobody', 404, 'NotFoundError'],
    ['component:default/secret', 404, 'NotFoundError'],
    ['component:default/speech', 403, 'NotAllowedError'],
  ])('for %s is %s, audited as a failure', async (entityRef, code, name) => {
    const { refresh, due, event } = await portal({
      hidden: ['component:default/secret'],
      policy: (permission, ref) =>
        permission.name === 'mlinfra.refresh' && ref === REF
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    });
    const { status } = await refresh({ entityRef });
    expect(status).toBe(code);
    expect(event.fail).toHaveBeenCalledWith({
      error: expect.objectContaining({ name }),
    });
    expect(event.success).not.toHaveBeenCalled();
    expect(await due()).toEqual([]);
  });

  it.each([
    [{}, 'entityRef'],
    [{ entityRef: 7 }, 'entityRef'],
    [{ entityRef: 'speech' }, 'entityRef'],
    [{ entityRef: REF, force: true }, 'force'],
  ])('is 400 for %j', async (body, named) => {
    const { refresh } = await portal();
    const response = await refresh(body);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toMatch(
      new RegExp(`${named}|additional properties`),
    );
  });
});
