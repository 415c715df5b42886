import { AwsStandIn } from '../__testUtils__/AwsStandIn';
import { isolateAwsEnvironment } from '../__testUtils__/awsEnvironment';
import { databaseIds, freshStores } from '../__testUtils__/databases';
import { component } from '../__testUtils__/entities';
import { runsProcess } from '../__testUtils__/runsProcess';
import {
  machineArn,
  type StandInExecution,
  type StandInMachine,
  standInStates,
} from '../__testUtils__/standInStates';

const MINUTE = 60_000;
const SPEECH = 'component:default/speech';
const OTHER = 'component:default/other';

/** Ended runs, newest first, a minute apart. */
function ended(count: number, first = 0): StandInExecution[] {
  const now = Date.now();
  return Array.from({ length: count }, (_, index) => ({
    name: `run-${first + count - index}`,
    status: 'SUCCEEDED',
    startedAt: now - (index + 2) * MINUTE,
    stoppedAt: now - (index + 1) * MINUTE,
  }));
}

function running(name: string, agoMs = MINUTE): StandInExecution {
  return { name, status: 'RUNNING', startedAt: Date.now() - agoMs };
}

function speech(executions: StandInExecution[]): StandInMachine {
  return { name: 'speech-compress', claim: SPEECH, executions };
}

/** The real SDK, and a stand-in for AWS whose lists have two entries per page. */
describe('RunsCollector', () => {
  jest.setTimeout(60_000);
  isolateAwsEnvironment();
  let aws: AwsStandIn;
  beforeEach(async () => {
    aws = new AwsStandIn();
    await aws.start();
  });
  afterEach(() => aws.stop());

  const entities = [component('speech'), component('other', 'group:default/b')];
  const names = (runs: { name: string }[]) => runs.map(({ name }) => name);

  it.each(databaseIds)(
    'takes older runs over in several rounds, and then asks once per round, %p',
    async id => {
      const stores = await freshStores(id);
      const machine = speech(ended(25));
      standInStates(aws, [machine]);
      const { collect } = runsProcess(stores, { entities });
      const stored = async () =>
        (await stores.runs.list({ entityRef: SPEECH }, undefined, 100)).length;
      await collect();
      expect(aws.count('states:ListExecutions')).toBe(5);
      expect(await stored()).toBe(10);
      await collect();
      await collect();
      await collect();
      expect(await stored()).toBe(25);
      aws.requests.length = 0;
      await collect();
      expect(aws.requests.map(each => each.operation)).toEqual([
        'tagging:GetResources',
        'states:ListExecutions',
      ]);
      machine.executions.unshift(running('new'));
      aws.requests.length = 0;
      await collect();
      expect(aws.count('states:ListExecutions')).toBe(2);
      const [newest] = await stores.runs.list({}, undefined, 1);
      expect(newest).toMatchObject({ name: 'new', status: 'running' });
      expect(aws.count('states:DescribeExecution')).toBe(0);
    },
  );

  it.each(databaseIds)(
    'leaves no gap where more ran between two rounds than fits into one, %p',
    async id => {
      const stores = await freshStores(id);
      const machine = speech(ended(4));
      standInStates(aws, [machine]);
      const { collect } = runsProcess(stores, { entities });
      await collect();
      machine.executions.unshift(...ended(21, 100));
      for (let round = 0; round < 5; round++) {
        await collect();
      }
      expect(await stores.runs.list({}, undefined, 100)).toHaveLength(25);
    },
  );

  it.each(databaseIds)(
    'finds how an old run ended that is on none of the first pages, %p',
    async id => {
      const stores = await freshStores(id);
      const old = running('old', 100 * MINUTE);
      const lasting = running('lasting', 90 * MINUTE);
      const machine = speech([...ended(6), lasting, old]);
      standInStates(aws, [machine]);
      const { collect } = runsProcess(stores, { entities });
      await collect();
      await collect();
      Object.assign(old, {
        status: 'FAILED',
        stoppedAt: Date.now(),
        error: 'QualityGateRejected',
        cause: 'accuracy; password=hunter2',
      });
      aws.requests.length = 0;
      await collect();
      expect(aws.count('states:ListExecutions')).toBe(2);
      expect(aws.count('states:DescribeExecution')).toBe(1);
      const runs = await stores.runs.list({}, undefined, 100);
      expect(runs.find(run => run.name === 'old')).toMatchObject({
        status: 'rejected',
        error: 'QualityGateRejected',
        cause: 'accuracy; password=[redacted]',
      });
      expect(runs.find(run => run.name === 'lasting')?.status).toBe('running');
      machine.executions = machine.executions.filter(run => run !== lasting);
      await collect();
      const gone = await stores.runs.list({ status: 'unknown' }, undefined, 10);
      expect(names(gone)).toEqual(['lasting']);
      expect(await stores.runs.openRuns(machineArn(machine.name))).toEqual([]);
    },
  );

  it.each(databaseIds)(
    'throttled or denied lists of one pipeline stop no other; it is asked again later, %p',
    async id => {
      const stores = await freshStores(id);
      const machines = ['a', 'b', 'c'].map(name => ({
        ...speech(ended(1)),
        name,
      }));
      standInStates(aws, machines);
      const { collect } = runsProcess(stores, { entities });
      const [first, second] = machines as StandInMachine[];
      first.refuses = 'ThrottlingException';
      second.refuses = 'AccessDeniedException';
      await collect();
      const ids = machines.map(({ name }) => machineArn(name));
      const polling = await stores.pipelines.polling(ids);
      expect(ids.map(each => polling.get(each)?.runsError?.kind)).toEqual([
        'throttled',
        'access-denied',
        undefined,
      ]);
      expect(polling.get(ids[2])?.runsCollectedAt).toBeDefined();
      expect(await stores.runs.list({}, undefined, 10)).toHaveLength(1);
      expect(await stores.pipelines.ofEntity(SPEECH)).toHaveLength(3);

      first.refuses = undefined;
      aws.requests.length = 0;
      await collect();
      expect(aws.count('states:ListExecutions')).toBe(1);
      await stores.knex('pipeline_polls').update({ wait_until: null });
      await collect();
      const after = await stores.pipelines.polling(ids);
      expect(after.get(ids[0])).toEqual({
        runsCollectedAt: expect.any(String),
        runsError: undefined,
      });
    },
  );

  it('expired credentials are an error of the whole collection', async () => {
    const stores = await freshStores('SQLITE_3');
    standInStates(aws, [speech([])]);
    aws.fail('states:ListExecutions', 'ExpiredTokenException');
    const { collect } = runsProcess(stores, { entities });
    await expect(collect()).rejects.toMatchObject({
      kind: 'expired-credentials',
    });
  });

  it('asks no more than the quota allows: busy pipelines first, then those not asked longest', async () => {
    const stores = await freshStores('SQLITE_3');
    const machines = Array.from({ length: 8 }, (_, index) => ({
      ...speech(index === 7 ? [running('going')] : []),
      name: `m${index}`,
    }));
    standInStates(aws, machines);
    const asked = () =>
      aws.requests
        .filter(each => each.operation === 'states:ListExecutions')
        .map(({ body }) => String(body.stateMachineArn).split(':').at(-1));
    // A fiftieth of a bucket of 100.
    const { collect } = runsProcess(stores, { entities, quotaShare: 0.04 });
    await collect();
    expect(asked().sort()).toEqual(['m0', 'm1', 'm2', 'm3']);
    const next = runsProcess(stores, { entities, quotaShare: 0.04 });
    aws.requests.length = 0;
    await next.collect();
    expect(asked().sort()).toEqual(['m4', 'm5', 'm6', 'm7']);
    const last = runsProcess(stores, { entities, quotaShare: 0.01 });
    aws.requests.length = 0;
    await last.collect();
    expect(asked()).toEqual(['m7']);
    const polling = await stores.pipelines.polling([machineArn('m0')]);
    expect(polling.get(machineArn('m0'))?.runsCollectedAt).toBeDefined();
  });

  it.each(databaseIds)(
    'a tag that lies gives nobody anything, and is shown, %p',
    async id => {
      const stores = await freshStores(id);
      standInStates(aws, [{ ...speech(ended(1)), claim: OTHER }]);
      const { collect } = runsProcess(stores, {
        entities,
        account: { owners: ['group:default/ml-speech'] },
      });
      await collect();
      expect(await stores.pipelines.ofEntity(OTHER)).toEqual([]);
      expect(aws.count('states:ListExecutions')).toBe(0);
      expect(await stores.collections.rejectedClaims()).toMatchObject([
        { claimedEntityRef: OTHER, reason: expect.stringContaining('owners') },
      ]);
    },
  );

  it.each(databaseIds)(
    'runs follow their pipeline to another entity, and to nobody when its tag is gone, %p',
    async id => {
      const stores = await freshStores(id);
      const machine = speech(ended(2));
      standInStates(aws, [machine]);
      const { collect } = runsProcess(stores, { entities });
      const of = async (entityRef: string) =>
        names(await stores.runs.list({ entityRef }, undefined, 10));
      await collect();
      const [{ id: runId }] = await stores.runs.list({}, undefined, 1);
      machine.claim = OTHER;
      await collect();
      expect(await of(SPEECH)).toEqual([]);
      expect(await of(OTHER)).toEqual(['run-2', 'run-1']);
      expect((await stores.runs.byId(runId))?.run.entityRef).toBe(OTHER);

      machine.claim = undefined;
      await collect();
      expect(await of(OTHER)).toEqual([]);
      expect(await stores.runs.list({}, undefined, 10)).toEqual([]);
      expect(await stores.runs.byId(runId)).toBeUndefined();

      machine.claim = SPEECH;
      await collect();
      expect(await of(SPEECH)).toEqual(['run-2', 'run-1']);
    },
  );

  it.each(databaseIds)(
    'runs of a deleted pipeline stay with its entity, as long as that may be claimed, %p',
    async id => {
      const stores = await freshStores(id);
      const machine = speech(ended(2));
      standInStates(aws, [machine]);
      const { collect, refs } = runsProcess(stores, { entities });
      const count = async () =>
        (await stores.runs.list({ entityRef: SPEECH }, undefined, 10)).length;
      await collect();
      machine.deleted = true;
      await collect();
      await collect();
      expect(aws.count('states:DescribeStateMachine')).toBe(2);
      expect(await stores.pipelines.ofEntity(SPEECH)).toEqual([]);
      expect(await count()).toBe(2);
      const entity = refs.get(SPEECH)!;
      refs.delete(SPEECH);
      await collect();
      expect(await count()).toBe(0);
      refs.set(SPEECH, entity);
      await collect();
      expect(await count()).toBe(2);
    },
  );

  it('shows an express machine, whose executions AWS does not list', async () => {
    const stores = await freshStores('SQLITE_3');
    standInStates(aws, [{ ...speech([]), type: 'EXPRESS' }]);
    await runsProcess(stores, { entities }).collect();
    expect(await stores.pipelines.ofEntity(SPEECH)).toMatchObject([
      { name: 'speech-compress', type: 'EXPRESS' },
    ]);
    expect(aws.count('states:ListExecutions')).toBe(0);
  });

  it('keeps a contract, and says what is wrong with one that is none', async () => {
    const stores = await freshStores('SQLITE_3');
    const contract = JSON.stringify({ version: 1, metrics: [] });
    standInStates(aws, [
      { ...speech([]), name: 'good', contract },
      { ...speech([]), name: 'broken', contract: '{"version": 2}' },
      { ...speech([]), name: 'silent' },
    ]);
    await runsProcess(stores, { entities }).collect();
    expect(await stores.pipelines.ofEntity(SPEECH)).toMatchObject([
      {
        name: 'broken',
        contractProblem: expect.stringContaining(
          '/mlinfra/pipelines/broken is no contract of a pipeline: version',
        ),
      },
      { name: 'good', contract: { version: 1, metrics: [] } },
      { name: 'silent' },
    ]);
    const facts = await stores.pipelines.facts(machineArn('good'));
    expect(facts?.content).toMatchObject({ definition: '{}', complete: true });
  });

  it('does not store what is older than it keeps, and asks for no more of it', async () => {
    const stores = await freshStores('SQLITE_3');
    const machine = speech(ended(9));
    machine.executions.slice(3).forEach((run, index) => {
      run.startedAt -= (91 + index) * 24 * 60 * MINUTE;
    });
    standInStates(aws, [machine]);
    const { collect } = runsProcess(stores, { entities });
    await collect();
    expect(aws.count('states:ListExecutions')).toBe(2);
    expect(await stores.runs.list({}, undefined, 10)).toHaveLength(3);
    await collect();
    expect(aws.count('states:ListExecutions')).toBe(3);
  });
});
