import { databaseIds, freshStores } from '../../__testUtils__/databases';
import { machineArn } from '../../__testUtils__/standInStates';
import { storedRun } from '../../__testUtils__/storedRun';
import { syncTargets } from '../../collection/syncTargets';

const NOW = '2026-01-01T00:10:30.000Z';

function minute(index: number): string {
  return new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString();
}

describe('RunStore', () => {
  jest.setTimeout(60_000);

  it.each(databaseIds)(
    'lists newest first, page by page, each run once, %p',
    async id => {
      const { runs } = await freshStores(id);
      const many = Array.from({ length: 250 }, (_, index) =>
        // Many start in the same instant.
        storedRun({ name: `r${index}`, startedAt: minute(index % 7) }),
      );
      expect(await runs.upsert(many, NOW)).toHaveLength(250);
      expect(await runs.upsert(many, NOW)).toEqual([]);
      const found: string[] = [];
      let position;
      for (;;) {
        const page = await runs.list({}, position, 40);
        found.push(...page.map(run => `${run.startedAt} ${run.name}`));
        if (page.length === 0) {
          break;
        }
        position = page.at(-1);
      }
      expect(new Set(found).size).toBe(250);
      const instants = found.map(each => each.split(' ')[0]);
      expect(instants).toEqual([...instants].sort().reverse());
    },
  );

  it.each(databaseIds)('filters, counts and finds the latest, %p', async id => {
    const { runs } = await freshStores(id);
    await runs.upsert(
      [
        storedRun({ name: 'a', startedAt: minute(1) }),
        storedRun({ name: 'b', startedAt: minute(2), status: 'failed' }),
        storedRun({
          name: 'c',
          startedAt: minute(3),
          environment: 'prod',
          accountId: '222222222222',
          pipelineId: 'p2',
          entityRef: 'component:default/other',
        }),
      ],
      NOW,
    );
    const names = async (filter: Parameters<typeof runs.list>[0]) =>
      (await runs.list(filter, undefined, 10)).map(({ name }) => name);
    expect(await names({})).toEqual(['c', 'b', 'a']);
    expect(await names({ entityRef: 'component:default/speech' })).toEqual([
      'b',
      'a',
    ]);
    expect(await names({ status: 'failed' })).toEqual(['b']);
    expect(await names({ environment: 'prod' })).toEqual(['c']);
    expect(await names({ accountId: '222222222222' })).toEqual(['c']);
    expect(await names({ pipelineId: 'p2' })).toEqual(['c']);
    expect(await names({ from: minute(2), to: minute(3) })).toEqual(['b']);
    const ref = 'component:default/speech';
    const other = 'component:default/other';
    const latest = await runs.latestOfPipelines([
      { id: machineArn('speech-compress'), entityRef: ref },
      { id: 'p2', entityRef: other },
      { id: 'p3', entityRef: ref },
    ]);
    expect([...latest.values()].map(({ name }) => name)).toEqual(['b', 'c']);
    const moved = [{ id: 'p2', entityRef: ref }];
    expect((await runs.latestOfPipelines(moved)).size).toBe(0);
    expect(await runs.countsOfEntity(ref, minute(1))).toEqual({
      succeeded: 1,
      failed: 1,
    });
    expect(await runs.countsOfEntity(ref, minute(2))).toEqual({ failed: 1 });
  });

  it.each(databaseIds)(
    'removes old ended runs with all that belongs to them, and no other, %p',
    async id => {
      const { knex, runs, runHistories, runWork } = await freshStores(id);
      const old = storedRun({ name: 'old' });
      const open = storedRun({ name: 'open', status: 'running' });
      const young = storedRun({ name: 'young', startedAt: minute(5) });
      await runs.upsert([old, open, young], NOW);
      const later = '2099-01-01T00:00:00.000Z';
      for (const run of [old, young]) {
        await runWork.claim(run.id, 'token', NOW, later);
        await runHistories.save(
          run.id,
          'token',
          {
            steps: [],
            events: [{ id: 1, at: minute(0), type: 'ExecutionStarted' }],
          },
          { state: 'complete', readAt: NOW },
        );
      }
      expect(await runs.removeOlderThan(minute(1))).toBe(1);
      const left = await runs.list({}, undefined, 10);
      expect(left.map(({ name }) => name)).toEqual(['young', 'open']);
      for (const table of ['run_histories', 'run_events']) {
        const rows = await knex(table).select('run_id');
        expect(rows).toEqual([{ run_id: young.id }]);
      }
    },
  );

  it.each(databaseIds)(
    'forgets the runs of a region that left the configuration, %p',
    async id => {
      const stores = await freshStores(id);
      const key = {
        collector: 'runs',
        accountId: '111111111111',
        region: 'eu-central-1',
      } as const;
      await stores.targets.add(key, NOW);
      await stores.polls.add('p', key, 'c', { entityRef: 'c' });
      await stores.runs.upsert(
        [storedRun(), storedRun({ name: 'far', region: 'us-east-1' })],
        NOW,
      );
      await syncTargets({ ...stores, wanted: [], now: NOW });
      const left = await stores.runs.list({}, undefined, 10);
      expect(left.map(({ name }) => name)).toEqual(['far']);
      expect(await stores.polls.ofTarget(key)).toEqual([]);
    },
  );

  it.each(databaseIds)(
    'concurrent writers of one run leave what is true in the end, %p',
    async id => {
      const { runs } = await freshStores(id);
      const running = storedRun({ status: 'running', stoppedAt: undefined });
      await runs.upsert([running], NOW);
      await Promise.all([
        runs.upsert([storedRun({ status: 'failed' })], NOW),
        runs.upsert([running], NOW),
        runs.upsert([storedRun({ status: 'failed', error: 'E' })], NOW),
        runs.upsert([running], NOW),
      ]);
      expect(await runs.byId(running.id)).toMatchObject({
        terminal: true,
        run: { status: 'failed', error: 'E' },
      });
      expect(await runs.byArn(running.executionArn)).toBeDefined();
    },
  );
});
