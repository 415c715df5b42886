import type { Endpoint } from '@mlinfra/plugin-mlinfra-common';
import { entityTags } from '../../__testUtils__/FakeInventory';
import { denied, fakeRegion, REGISTRY } from '../../__testUtils__/fakeRegion';
import { AwsCallError } from '../../aws/AwsCallError';

describe('what one service refuses', () => {
  function deployEverything() {
    const portal = fakeRegion();
    const { source } = portal;
    const { group } = source.addBalancer('web');
    source.addService('web', { targetGroups: [group], registries: [REGISTRY] });
    source.addLinkedApi('web', REGISTRY);
    source.addModel('web');
    source.addTable('web');
    source.addInstance('web');
    source.addAlarm('web', 'AWS/RDS', { DBInstanceIdentifier: 'web' });
    return portal;
  }
  const later = '2026-01-01T12:10:00.000Z';

  it.each([
    ['clusterMarks', 'ecs-service'],
    ['models', 'sagemaker-endpoint'],
    ['apis', 'rest-api'],
    ['functions', 'rest-api'],
    ['instances', 'rds-instance'],
    ['alarms', 'alarm'],
  ])(
    '%s refused: the others are read, and its own stay with their age',
    async (method, kept) => {
      const { source, collect } = deployEverything();
      const before = await collect();
      expect(before.problems).toEqual([]);
      source.refused.set(method, denied(method));
      const after = await collect({ now: later });
      expect(after.rows).toHaveLength(before.rows.length);
      expect(after.problems?.map(each => each.operation)).toEqual([method]);
      expect(after.keptSince).toBe('2026-01-01T12:00:00.000Z');
      for (const { content } of after.rows) {
        const { kind = 'alarm', collectedAt } = content as Endpoint;
        expect([kind, collectedAt === later]).toEqual([kind, kind !== kept]);
      }
      source.refused.clear();
      const again = await collect({ now: later });
      expect(again).toMatchObject({ problems: [] });
      expect(again.keptSince).toBeUndefined();
    },
  );

  it('shows the others where it was refused from the beginning', async () => {
    const { source, collect } = deployEverything();
    source.refused.set('clusterMarks', denied('ecs:DescribeClusters'));
    const { endpoints, databases, keptSince } = await collect();
    expect(endpoints.map(each => each.kind)).toEqual([
      'rest-api',
      'sagemaker-endpoint',
    ]);
    expect(endpoints[0]).toMatchObject({
      status: 'unknown',
      statusReason:
        'What answers behind the link into the network could not be read.',
    });
    expect(databases).toHaveLength(2);
    expect(keptSince).toBeUndefined();
  });

  it('leaves services that run, whose targets nobody may ask about, unknown', async () => {
    const { source, collect } = deployEverything();
    source.refused.set('targetHealth', denied('elb:DescribeTargetHealth'));
    const { endpoints, problems } = await collect();
    const service = endpoints.find(each => each.kind === 'ecs-service');
    expect(service).toMatchObject({
      status: 'unknown',
      url: 'https://web.elb.example.com/',
      services: [{ running: 2 }],
    });
    expect(problems).toHaveLength(1);
    source.refused.clear();
    const after = await collect();
    expect(
      after.endpoints.find(each => each.kind === 'ecs-service'),
    ).toMatchObject({ status: 'live' });
  });

  it('keeps nothing whose tag is gone or lies by now', async () => {
    const { source, collect } = deployEverything();
    await collect();
    source.refused.set('instances', denied('rds:DescribeDBInstances'));
    const [instance] = source.instanceList;
    source.tagged.set(instance.arn, entityTags('component:nobody'));
    const { databases } = await collect();
    expect(databases.map(each => each.kind)).toEqual(['dynamodb-table']);
    source.tagged.delete(instance.arn);
    expect((await collect()).databases).toHaveLength(1);
  });

  it('ends the collection where every call would fail alike', async () => {
    const { source, collect } = deployEverything();
    source.refused.set(
      'clusterMarks',
      new AwsCallError('expired-credentials', 'ecs:DescribeClusters', 'old'),
    );
    await expect(collect()).rejects.toMatchObject({
      kind: 'expired-credentials',
    });
  });
});
