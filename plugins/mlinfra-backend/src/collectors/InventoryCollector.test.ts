import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Endpoint } from '@mlinfra/plugin-mlinfra-common';
import { component } from '../__testUtils__/entities';
import { entityTags, FakeInventory } from '../__testUtils__/FakeInventory';
import { accountConfig } from '../__testUtils__/mlinfraConfig';
import { ClaimChecker } from '../claims/ClaimChecker';
import type { ResourceRow } from '../database/tables';
import type { CachedDetail } from './CachedDetail';
import type { CollectionInput } from './Collector';
import { InventoryCollector } from './InventoryCollector';

function setUp(names: string[]) {
  const source = new FakeInventory();
  names.forEach(name => source.addApi(name));
  const catalog = catalogServiceMock({
    entities: names.map(name => component(name)),
  });
  const collector = new InventoryCollector(
    source,
    new ClaimChecker(catalog, mockServices.auth()),
  );
  let details = new Map<string, CachedDetail>();
  let earlier: ResourceRow[] = [];
  async function collect(input?: Partial<CollectionInput>) {
    const output = await collector.collect({
      account: accountConfig('111111111111'),
      call: {
        accountId: '111111111111',
        region: 'eu-central-1',
        signal: new AbortController().signal,
      },
      details,
      earlier,
      refreshes: new Map(),
      now: '2026-01-01T12:00:00.000Z',
      ...input,
    });
    // What a database does to it.
    earlier = JSON.parse(JSON.stringify(output.rows));
    details = new Map(
      output.details.map(each => [each.arn, JSON.parse(JSON.stringify(each))]),
    );
    const endpoints = output.rows.map(row => row.content as Endpoint);
    return { ...output, endpoints };
  }
  return { source, collect };
}
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => `c${index}`);

describe('InventoryCollector', () => {
  it('builds an endpoint from everything that was read (A4, A5)', async () => {
    const { endpoints, rows } = await setUp(['speech']).collect();
    expect(endpoints).toEqual([
      {
        id: 'arn:aws:apigateway:eu-central-1::/restapis/speech/stages/v1',
        key: expect.stringMatching(/^[\w-]{22}$/),
        entityRef: 'component:default/speech',
        kind: 'rest-api',
        name: 'speech',
        status: 'live',
        statusReason: 'Stage v1 is deployed, and function speech is active.',
        url: 'https://speech.example.com/v1/predict',
        method: 'POST',
        auth: 'api-key',
        stack: 'inference-api',
        environment: 'dev',
        accountId: '111111111111',
        region: 'eu-central-1',
        functions: [
          expect.objectContaining({
            name: 'speech',
            state: 'Active',
            consoleUrl: expect.stringContaining('functions/speech'),
          }),
        ],
        services: [],
        deployments: [
          {
            id: 'arn:aws:apigateway:eu-central-1::/restapis/speech/stages/v1 d1',
            what: 'stage',
            name: 'v1',
            state: 'succeeded',
            at: '2026-01-01T00:00:00.000Z',
          },
        ],
        deployedAt: '2026-01-01T00:00:00.000Z',
        consoleUrl: expect.stringContaining('eu-central-1.console'),
        collectedAt: '2026-01-01T12:00:00.000Z',
      },
    ]);
    expect(rows[0]).toMatchObject({
      entityRef: 'component:default/speech',
      environment: 'dev',
      status: 'live',
    });
  });

  it('links to no console of an emulated account', async () => {
    const { endpoints } = await setUp(['speech']).collect({
      account: accountConfig('111111111111', { emulated: true }),
    });
    expect(endpoints).toMatchObject([{ functions: [{ name: 'speech' }] }]);
    expect(JSON.stringify(endpoints)).not.toContain('console');
  });

  it.each([10, 1_000])(
    'asks about no single resource in the steady state of %s entities',
    async count => {
      const { source, collect } = setUp(many(count));
      let incomplete = true;
      while (incomplete) {
        ({ incomplete } = await collect());
        expect(source.takeAsked().length).toBeLessThanOrEqual(200);
      }
      const { endpoints } = await collect();
      expect(source.takeAsked()).toEqual([]);
      expect(endpoints).toHaveLength(count);
      expect(new Set(endpoints.map(each => each.status))).toEqual(
        new Set(['live']),
      );
      await collect({ now: '2026-01-02T00:00:00.000Z' });
      expect(source.takeAsked()).toHaveLength(20);
    },
  );

  it('never shows as live what it has not read yet', async () => {
    const { endpoints, incomplete } = await setUp(many(150)).collect();
    expect(incomplete).toBe(true);
    const unread = endpoints.filter(each => each.status === 'unknown');
    expect(unread).toHaveLength(50);
    expect(unread[0].statusReason).toMatch(/next collection/);
  });

  it('reads a changed function again, and only that', async () => {
    const { source, collect } = setUp(['a', 'b']);
    await collect();
    source.takeAsked();
    source.functionList[1].revision = 'r2';
    source.states.set('b', { state: 'Active', lastUpdateStatus: 'InProgress' });
    const { endpoints } = await collect();
    expect(source.takeAsked()).toEqual(['function b']);
    expect(endpoints.map(each => each.status)).toEqual(['live', 'updating']);
    await collect();
    expect(source.takeAsked()).toEqual(['function b']);
  });

  it('reads what a person waits for again, although nothing changed', async () => {
    const { source, collect } = setUp(['a', 'b']);
    await collect();
    source.takeAsked();
    await collect({
      now: '2026-01-01T12:01:00.000Z',
      refreshes: new Map([['component:default/b', '2026-01-01T12:00:30.000Z']]),
    });
    expect(source.takeAsked()).toEqual(['api b', 'function b']);
  });

  it('follows an API until it is deployed', async () => {
    const { source, collect } = setUp(['a']);
    const [{ arn }] = source.apiList;
    const deployed = source.details.get(arn)!;
    source.details.set(arn, { ...deployed, stages: [] });
    expect((await collect()).endpoints).toMatchObject([
      { id: arn, status: 'not-deployed' },
    ]);
    source.details.set(arn, deployed);
    expect((await collect()).endpoints).toMatchObject([{ status: 'live' }]);
  });

  it('shows a deleted function, and drops a deleted API', async () => {
    const { source, collect } = setUp(['a', 'b']);
    source.functionList.splice(0, 1);
    source.details.delete(source.apiList[1].arn);
    expect((await collect()).endpoints).toMatchObject([
      { name: 'a', status: 'degraded', functions: [{ name: 'a' }] },
    ]);
  });

  it('finds a function gone that was listed a moment ago', async () => {
    const { source, collect } = setUp(['a']);
    source.states.delete('a');
    expect((await collect()).endpoints).toMatchObject([
      { status: 'degraded', statusReason: expect.stringMatching(/not exist/) },
    ]);
  });

  describe('of a function that is called by an alias', () => {
    function aliased() {
      const portal = setUp(['a']);
      const { source } = portal;
      const [route] = source.details.get(source.apiList[0].arn)!.routes;
      route.functionArn = `${route.functionArn}:live`;
      source.states.set('a:live', {
        state: 'Active',
        lastUpdateStatus: 'Successful',
        version: { memoryMb: 512, lastModified: '2026-01-01T00:00:00.000Z' },
      });
      Object.assign(source.functionList[0], {
        memoryMb: 1024,
        lastModified: '2026-02-01T00:00:00.000Z',
      });
      return portal;
    }

    it('asks for the version behind the alias, not for the newest code (A4, E7)', async () => {
      const { source, collect } = aliased();
      source.states.set('a', { state: 'Failed', stateReason: 'No image.' });
      const { endpoints } = await collect();
      expect(source.takeAsked()).toEqual(['api a', 'function a:live']);
      expect(endpoints).toMatchObject([
        {
          status: 'live',
          statusReason: 'Stage v1 is deployed, and function a:live is active.',
          functions: [
            {
              name: 'a',
              qualifier: 'live',
              memoryMb: 512,
              lastModified: '2026-01-01T00:00:00.000Z',
              arn: expect.stringMatching(/:function:a:live$/),
            },
          ],
        },
      ]);
    });

    it('is not live where the version behind the alias has failed', async () => {
      const { source, collect } = aliased();
      source.states.set('a:live', {
        state: 'Failed',
        stateReason: 'No image.',
      });
      expect((await collect()).endpoints).toMatchObject([
        { status: 'failed', statusReason: expect.stringContaining('a:live') },
      ]);
    });

    it('says that the alias is gone', async () => {
      const { source, collect } = aliased();
      source.states.delete('a:live');
      expect((await collect()).endpoints).toMatchObject([
        {
          status: 'degraded',
          statusReason: 'Function a:live, which the API calls, does not exist.',
        },
      ]);
    });
  });

  it('says that the promised route is missing', async () => {
    const { source, collect } = setUp(['a']);
    const details = source.details.get(source.apiList[0].arn)!;
    details.routes.forEach(route => {
      route.path = '/other';
    });
    expect((await collect()).endpoints).toMatchObject([
      {
        status: 'degraded',
        statusReason: 'The API does not take POST /predict.',
      },
    ]);
  });

  it('lets a stage belong to another entity than its API', async () => {
    const { source, collect } = setUp(['a', 'b']);
    source.tagged.set(
      `${source.apiList[0].arn}/stages/v1`,
      entityTags('component:default/b'),
    );
    const { endpoints } = await collect();
    expect(endpoints.map(each => each.entityRef)).toEqual([
      'component:default/b',
      'component:default/b',
    ]);
  });

  it('shows nothing that an account may not claim, and says why', async () => {
    const { source, collect } = setUp(['a']);
    source.addApi('evil', entityTags('component:default/nobody'));
    source.tagged.set('arn:aws:lambda:x', entityTags('no ref'));
    const { endpoints, rejected } = await collect();
    expect(endpoints.map(each => each.name)).toEqual(['a']);
    expect(rejected.map(each => each.resourceArn).sort()).toEqual([
      'arn:aws:apigateway:eu-central-1::/restapis/evil',
      'arn:aws:lambda:x',
    ]);
    expect(source.takeAsked()).not.toContain('api evil');
    const refused = await collect({
      account: accountConfig('111111111111', {
        owners: ['group:default/others'],
      }),
    });
    expect(refused.endpoints).toEqual([]);
    expect(refused.rejected).toHaveLength(3);
  });

  it('compares entity refs without regard to case', async () => {
    const { source, collect } = setUp(['speech']);
    source.apiList[0].tags = entityTags('Component:Default/SPEECH');
    expect((await collect()).endpoints).toMatchObject([
      { entityRef: 'component:default/speech' },
    ]);
  });
});
