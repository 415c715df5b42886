import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { component } from '../__testUtils__/entities';
import { budgetRow, endpointRow, seed } from '../__testUtils__/seed';
import { type Policy, startPortal } from '../__testUtils__/startPortal';

const ENDPOINTS = '/api/mlinfra/v1/endpoints';

/** Everything depends on the entity; only those of `allowed` are. */
function conditional(allowed: (entityRef: string) => boolean): Policy {
  return (permission, entityRef) => {
    if (!permission.name.startsWith('mlinfra.')) {
      return AuthorizeResult.ALLOW;
    }
    if (entityRef === undefined) {
      return AuthorizeResult.CONDITIONAL;
    }
    return allowed(entityRef) ? AuthorizeResult.ALLOW : AuthorizeResult.DENY;
  };
}

async function allPages(
  server: Parameters<typeof request>[0],
  limit: number,
  between?: () => Promise<void>,
) {
  const pages: string[][] = [];
  let cursor: string | undefined;
  do {
    const { body, status } = await request(server)
      .get(ENDPOINTS)
      .query({ limit, ...(cursor ? { cursor } : {}) });
    expect(status).toBe(200);
    pages.push(body.items.map((item: { id: string }) => item.id));
    cursor = body.pageInfo.nextCursor;
    await between?.();
  } while (cursor);
  return pages;
}

const names = (count: number) =>
  Array.from({ length: count }, (_, index) => `c${1000 + index}`);

describe('lists of all entities', () => {
  it('answer in pages that neither repeat nor lose anything, also when rows arrive meanwhile', async () => {
    const { server, stores } = await startPortal();
    const rows = names(7).map(name =>
      endpointRow(`component:default/${name}`, name),
    );
    await seed(stores, rows);
    expect(await allPages(server, 3)).toEqual([
      ['c1000', 'c1001', 'c1002'],
      ['c1003', 'c1004', 'c1005'],
      ['c1006'],
    ]);
    const early = endpointRow('component:default/a', 'early');
    const pages = await allPages(server, 3, () =>
      seed(stores, [early, ...rows]),
    );
    expect(pages.flat()).toEqual(names(7));
  });

  it('have no cursor after an exactly full last page', async () => {
    const { server, stores } = await startPortal();
    await seed(
      stores,
      names(4).map(name => endpointRow(`component:default/${name}`, name)),
    );
    expect(await allPages(server, 2)).toHaveLength(2);
  });

  it('fill pages with what the caller may see, however much is between', async () => {
    const all = names(1_000);
    const { server, stores, permissions, catalog } = await startPortal({
      entities: all.map(name => component(name)),
      hidden: ['component:default/c1100'],
      policy: conditional(ref => ref.endsWith('00')),
    });
    await seed(
      stores,
      all.map(name => endpointRow(`component:default/${name}`, name)),
    );
    expect(await allPages(server, 4)).toEqual([
      ['c1000', 'c1200', 'c1300', 'c1400'],
      ['c1500', 'c1600', 'c1700', 'c1800'],
      ['c1900'],
    ]);
    expect(permissions.authorize.mock.calls.length).toBeLessThan(15);
    expect(catalog.getEntitiesByRefs.mock.calls.length).toBeLessThan(15);
  });

  it('are empty without a cursor when the caller may see nothing', async () => {
    const { server, stores } = await startPortal({
      entities: [component('a')],
      policy: conditional(() => false),
    });
    await seed(stores, [endpointRow('component:default/a', 'a')]);
    const { body } = await request(server).get(ENDPOINTS);
    expect(body).toEqual({ items: [], pageInfo: {} });
  });

  it('hide entities whose reading is conditional, although the permission is not', async () => {
    const { server, stores } = await startPortal({
      entities: [component('a'), component('b')],
      hidden: ['component:default/a'],
      policy: (permission, ref) =>
        permission.name === 'catalog.entity.read' && ref === undefined
          ? AuthorizeResult.CONDITIONAL
          : AuthorizeResult.ALLOW,
    });
    await seed(
      stores,
      ['a', 'b'].map(name => endpointRow(`component:default/${name}`, name)),
    );
    expect(await allPages(server, 10)).toEqual([['b']]);
  });

  it('ask neither the catalog nor for single entities where everything is allowed', async () => {
    const { server, stores, permissions, catalog } = await startPortal();
    await seed(stores, [endpointRow('component:default/a', 'a')]);
    await allPages(server, 10);
    expect(permissions.authorize).not.toHaveBeenCalled();
    expect(catalog.getEntitiesByRefs).not.toHaveBeenCalled();
  });

  it.each([
    ['endpoints', 'mlinfra.inventory.read'],
    ['budgets', 'mlinfra.cost.read'],
  ])('%s are 403 without %s', async (list, name) => {
    const { server } = await startPortal({
      policy: permission =>
        permission.name === name ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
    });
    const { status, body } = await request(server).get(
      `/api/mlinfra/v1/${list}`,
    );
    expect(status).toBe(403);
    expect(body.error.message).toContain(name);
  });

  it('filter by environment, account and status', async () => {
    const { server, stores } = await startPortal();
    await seed(stores, [
      endpointRow('component:default/a', 'a'),
      endpointRow('component:default/b', 'b', { environment: 'prod' }),
      endpointRow('component:default/c', 'c', { status: 'failed' }),
    ]);
    await seed(
      stores,
      [endpointRow('component:default/d', 'd', { accountId: '222222222222' })],
      { accountId: '222222222222' },
    );
    const ids = async (query: object) =>
      (await request(server).get(ENDPOINTS).query(query)).body.items.map(
        (item: { id: string }) => item.id,
      );
    expect(await ids({ environment: 'prod' })).toEqual(['b']);
    expect(await ids({ status: 'failed' })).toEqual(['c']);
    expect(await ids({ accountId: '222222222222' })).toEqual(['d']);
    expect(await ids({ environment: 'dev', status: 'live' })).toEqual([
      'a',
      'd',
    ]);
  });

  it('filter endpoints by kind, with other filters and over pages', async () => {
    const { server, stores } = await startPortal();
    await seed(stores, [
      endpointRow('component:default/a', 'a'),
      endpointRow('component:default/b', 'b', { kind: 'ecs-service' }),
      endpointRow('component:default/c', 'c', { kind: 'http-api' }),
      endpointRow('component:default/d', 'd', {
        kind: 'ecs-service',
        status: 'failed',
      }),
    ]);
    const list = async (query: object) => {
      const { body } = await request(server).get(ENDPOINTS).query(query);
      return {
        ids: body.items.map((item: { id: string }) => item.id),
        cursor: body.pageInfo.nextCursor,
      };
    };
    expect((await list({ kind: 'http-api' })).ids).toEqual(['c']);
    expect((await list({ kind: 'sagemaker-endpoint' })).ids).toEqual([]);
    const failed = { kind: 'ecs-service', status: 'failed' };
    expect((await list(failed)).ids).toEqual(['d']);
    const first = await list({ kind: 'ecs-service', limit: 1 });
    expect(first.ids).toEqual(['b']);
    const second = { kind: 'ecs-service', limit: 1, cursor: first.cursor };
    expect(await list(second)).toEqual({ ids: ['d'], cursor: undefined });
  });

  it('filter budgets by no kind, for they have none', async () => {
    const { server } = await startPortal();
    const { status, body } = await request(server).get(
      '/api/mlinfra/v1/budgets?kind=rest-api',
    );
    expect(status).toBe(400);
    expect(body.error.message).toContain('kind');
  });

  it('list budgets', async () => {
    const { server, stores } = await startPortal();
    await seed(stores, [budgetRow('component:default/a', 'b1')], {
      collector: 'budgets',
      region: 'global',
    });
    const { body } = await request(server)
      .get('/api/mlinfra/v1/budgets')
      .query({ status: 'warning' });
    expect(body.items).toMatchObject([
      { id: 'b1', limit: '50', accountName: 'development' },
    ]);
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=ten', 'limit'],
    ['status=happy', 'status'],
    ['kind=lambda', 'kind'],
    ['accountId=12', 'accountId'],
    ['colour=red', 'colour'],
    ['cursor=nonsense', 'cursor'],
    [`cursor=${Buffer.from('{"a":1}').toString('base64url')}`, 'cursor'],
    ['status=live&status=failed', 'status'],
  ])('are 400 for %s', async (query, named) => {
    const { server } = await startPortal();
    const { status, body } = await request(server).get(`${ENDPOINTS}?${query}`);
    expect(status).toBe(400);
    expect(body.error.name).toBe('InputError');
    expect(body.error.message).toContain(named);
  });
});
