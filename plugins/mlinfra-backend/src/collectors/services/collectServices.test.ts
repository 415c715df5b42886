import { entityTags } from '../../__testUtils__/FakeInventory';
import {
  denied,
  fakeRegion,
  many,
  REGISTRY,
} from '../../__testUtils__/fakeRegion';

describe('services (D3)', () => {
  it('are endpoints, reached through TLS where the internet may', async () => {
    const { source, endpoint } = fakeRegion();
    const { group } = source.addBalancer('web');
    const arn = source.addService('web', { targetGroups: [group] });
    source.stopped.set('web', [{ id: 't1', containers: [] }]);
    expect(await endpoint('ecs-service')).toMatchObject({
      id: arn,
      entityRef: 'component:default/web',
      name: 'web',
      status: 'live',
      url: 'https://web.elb.example.com/',
      auth: 'none',
      environment: 'dev',
      services: [
        {
          cluster: 'web',
          status: 'live',
          stoppedTasks: [{ id: 't1' }],
          targetGroups: [{ targets: { healthy: 2 } }],
          consoleUrl: expect.stringContaining('/clusters/web/services/web/'),
        },
      ],
      deployments: [{ id: 'ecs-svc/1', what: 'service', state: 'succeeded' }],
    });
  });

  it('have no address where no internet-facing load balancer leads to them', async () => {
    const { source, endpoint } = fakeRegion();
    const { group } = source.addBalancer('web', false);
    source.addService('web', { targetGroups: [group] });
    const found = await endpoint('ecs-service');
    expect(found).toMatchObject({ status: 'live', auth: 'unknown' });
    expect(found?.url).toBeUndefined();
  });

  it('are never live without a running task, whatever else is well', async () => {
    const { source, endpoint } = fakeRegion();
    const { group } = source.addBalancer('web');
    source.addService('web', { targetGroups: [group], running: 0 });
    expect(await endpoint('ecs-service')).toMatchObject({ status: 'failed' });
  });

  it('are as ill as their load balancer', async () => {
    const { source, endpoint } = fakeRegion();
    const { group } = source.addBalancer('web');
    source.balancers[0].state = 'failed';
    source.addService('web', { targetGroups: [group] });
    expect(await endpoint('ecs-service')).toMatchObject({ status: 'failed' });
  });

  it.each([1, 100])(
    'of %s entities are asked about only when their cluster counts something else',
    async count => {
      const { source, collect } = fakeRegion(many(count));
      many(count).forEach(name => source.addService(name));
      await collect();
      expect(source.takeAsked()).toHaveLength(count);
      await collect();
      expect(source.takeAsked()).toEqual([]);
      source.clusters.set([...source.clusters.keys()][0], 'one task');
      const [first] = source.serviceList.values();
      source.serviceList.set(first.arn, { ...first, running: 1 });
      const { endpoints } = await collect();
      expect(source.takeAsked()).toEqual(['service c0']);
      expect(endpoints[0]).toMatchObject({ status: 'degraded' });
    },
  );

  it('disappear with their cluster, and when they are deleted', async () => {
    const { source, collect } = fakeRegion(['a', 'b']);
    source.addService('a');
    source.addService('b');
    expect((await collect()).endpoints).toHaveLength(2);
    source.clusters.delete([...source.clusters.keys()][0]);
    expect((await collect()).endpoints.map(each => each.name)).toEqual(['b']);
    source.serviceList.clear();
    source.clusters.set([...source.clusters.keys()][0], 'none');
    expect((await collect()).endpoints).toEqual([]);
  });

  it('keep the deployments that AWS tells of no more', async () => {
    const { source, collect } = fakeRegion();
    const arn = source.addService('web');
    const service = source.serviceList.get(arn)!;
    const [first] = service.deployments;
    service.deployments = [{ ...first, rollout: 'IN_PROGRESS' }];
    await collect();
    service.deployments = [
      { ...first, id: 'ecs-svc/2', createdAt: '2026-01-02T00:00:00.000Z' },
    ];
    const { endpoints } = await collect();
    expect(endpoints[0].deployments).toMatchObject([
      { id: 'ecs-svc/2', state: 'succeeded' },
      { id: 'ecs-svc/1', state: 'unknown' },
    ]);
  });

  it('are refused where their tag lies', async () => {
    const { source, collect } = fakeRegion();
    const arn = source.addService('web', {}, entityTags('component:nobody'));
    const table = source.addTable('web', entityTags('component:nobody'));
    const { rows, rejected } = await collect();
    expect(rows).toEqual([]);
    expect(rejected.map(each => each.resourceArn)).toEqual([arn, table]);
    expect(source.takeAsked()).toEqual([]);
  });
});

describe('services behind APIs (D1)', () => {
  it('are found by Cloud Map', async () => {
    const { source, endpoint } = fakeRegion();
    source.addService('web', { registries: [REGISTRY] });
    source.addLinkedApi('web', REGISTRY);
    expect(await endpoint('rest-api')).toMatchObject({
      status: 'live',
      statusReason: 'Stage v1 is deployed, and service web runs all 2 tasks.',
      services: [{ name: 'web' }],
      functions: [],
    });
  });

  it('are found by the listener of a load balancer', async () => {
    const { source, endpoint } = fakeRegion();
    const { group, listener } = source.addBalancer('web', false);
    source.addService('web', { targetGroups: [group], running: 1 });
    source.addLinkedApi('web', listener);
    expect(await endpoint('rest-api')).toMatchObject({
      status: 'degraded',
      services: [{ name: 'web' }],
    });
  });

  it('are found by a link that names only its load balancer', async () => {
    const { source, endpoint } = fakeRegion();
    const { group, balancer } = source.addBalancer('web', false);
    source.addService('web', { targetGroups: [group], running: 0 });
    source.addLinkedApi('web', 'link1', { targetArns: [balancer] }, 'v1');
    source.links.v2.push({ id: 'link1', state: 'FAILED', targetArns: [] });
    expect(await endpoint('rest-api')).toMatchObject({
      status: 'failed',
      services: [{ name: 'web' }],
    });
  });

  it.each([
    ['INACTIVE', 'degraded', 'VPC link link1 has passed nothing on'],
    ['FAILED', 'failed', 'VPC link link1 could not be set up'],
  ])(
    'do not make an API live whose link is %s',
    async (state, status, reason) => {
      const { source, endpoint } = fakeRegion();
      source.addService('web', { registries: [REGISTRY] });
      source.addLinkedApi('web', REGISTRY, { state });
      expect(await endpoint('rest-api')).toMatchObject({
        status,
        statusReason: expect.stringContaining(reason),
        services: [{ name: 'web', status: 'live' }],
      });
    },
  );

  it('leave the API unknown whose link is gone', async () => {
    const { source, endpoint } = fakeRegion();
    source.addService('web', { registries: [REGISTRY] });
    source.addLinkedApi('web', REGISTRY);
    source.links.v2.length = 0;
    expect(await endpoint('rest-api')).toMatchObject({
      status: 'unknown',
      statusReason: expect.stringContaining('link1 does not exist'),
    });
  });

  it('leave the API unknown where its link may not be read', async () => {
    const { source, collect, endpoint } = fakeRegion();
    source.addService('web', { registries: [REGISTRY] });
    source.addLinkedApi('web', REGISTRY);
    source.refused.set('vpcLinks', denied('apigateway:GetVpcLinks'));
    expect(await endpoint('rest-api')).toMatchObject({
      status: 'unknown',
      statusReason: 'The state of VPC link link1 could not be read.',
      services: [{ name: 'web', status: 'live' }],
    });
    expect((await collect()).problems).toHaveLength(1);
  });

  it('leave the API unknown where nobody knows them', async () => {
    const { source, endpoint } = fakeRegion();
    source.addService('web');
    source.addLinkedApi('web', 'link1');
    expect(await endpoint('rest-api')).toMatchObject({
      status: 'unknown',
      statusReason: expect.stringContaining('link1'),
      services: [],
    });
  });
});
