import { fakeRegion } from '../../__testUtils__/fakeRegion';

describe('alarms (E7)', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['AWS/Lambda', { FunctionName: 'web' }, ['/stages/v1']],
    ['AWS/ApiGateway', { ApiName: 'web' }, ['/stages/v1']],
    ['AWS/ApiGateway', { ApiName: 'web', Stage: 'v1' }, ['/stages/v1']],
    ['AWS/ApiGateway', { ApiName: 'web', Stage: 'v2' }, []],
    [
      'AWS/ECS',
      { ClusterName: 'web', ServiceName: 'web' },
      ['service/web/web'],
    ],
    ['AWS/ECS', { ClusterName: 'other', ServiceName: 'web' }, []],
    [
      'AWS/ApplicationELB',
      { TargetGroup: 'targetgroup/web/1', LoadBalancer: 'app/web/1' },
      ['service/web/web'],
    ],
    [
      'AWS/ApplicationELB',
      { TargetGroup: 'targetgroup/idle/1', LoadBalancer: 'app/web/1' },
      ['service/web/web'],
    ],
    ['AWS/SageMaker', { EndpointName: 'web' }, ['endpoint/web']],
    ['AWS/RDS', { DBInstanceIdentifier: 'web' }, ['db:web']],
    ['AWS/DynamoDB', { TableName: 'web' }, ['table/web']],
    ['AWS/DynamoDB', { TableName: 'other' }, []],
    ['AWS/Events', { RuleName: 'web' }, []],
  ])('on %s %j watch %j', async (namespace, dimensions, watched) => {
    const { source, collect } = fakeRegion(['web', 'other']);
    source.addApi('web');
    const { group } = source.addBalancer('web');
    source.addService('web', { targetGroups: [group] });
    source.addModel('web');
    source.addInstance('web');
    source.addTable('web');
    source.addAlarm('web', namespace, dimensions);
    // Another entity's alarm on the same thing says nothing of it.
    source.addAlarm('other', namespace, dimensions);
    const { alarms } = await collect();
    const [own, foreign] = alarms;
    expect(own).toMatchObject({
      state: 'ok',
      metric: `${namespace} Errors`,
      watches: watched.map(end => expect.stringMatching(new RegExp(`${end}$`))),
    });
    expect(own.watches).toHaveLength(watched.length);
    expect(foreign.watches).toEqual([]);
  });

  it('name no metric where an expression joins several', async () => {
    const { source, collect } = fakeRegion();
    const table = source.addTable('web');
    source.addAlarm('web', 'AWS/DynamoDB', { TableName: 'web' });
    source.alarmList[0].metrics.push({ ...source.alarmList[0].metrics[0] });
    const [alarm] = (await collect()).alarms;
    expect(alarm.metric).toBeUndefined();
    expect(alarm.watches).toEqual([table]);
  });
});
