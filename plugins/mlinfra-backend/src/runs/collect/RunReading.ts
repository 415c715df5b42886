import type { AwsCall } from '../../aws/AwsCaller';
import { AwsCallError } from '../../aws/AwsCallError';
import type { ExecutionSource } from '../../aws/ExecutionSource';
import { concernsAccount } from '../../aws/concernsAccount';
import { unlessGone } from '../../aws/unlessGone';
import { buildRunHistoryInTurns } from '../history/buildRunHistory';
import { referencedTaskDefinitions } from '../history/referencedTaskDefinitions';
import type { RunRecord, StoredRun, TaskDefinitionFacts } from '../model';
import type { Redactor } from '../redaction/Redactor';
import type { PipelineStore } from '../store/PipelineStore';
import type { RunHistoryStore } from '../store/RunHistoryStore';
import type { RunStore } from '../store/RunStore';
import { isTerminal } from '../store/runStatus';
import { buildRun } from './buildRun';
import { RunDefinitions } from './RunDefinitions';
import { RunEventsReader } from './RunEventsReader';

export interface RunReadingOptions {
  source: ExecutionSource;
  runs: RunStore;
  histories: RunHistoryStore;
  pipelines: PipelineStore;
  redactor: Redactor;
  /** Whether an account is an emulated one. */
  isEmulated(accountId: string): boolean;
  now?: () => number;
}

/** What became of a reading. */
export interface RunRead {
  run: StoredRun;
  /** True where a page shows something else now. */
  changed: boolean;
}

/** Asks AWS about one run, and stores what it says. */
export class RunReading {
  private readonly events: RunEventsReader;
  private readonly definitions: RunDefinitions;
  private readonly now: () => number;

  constructor(private readonly options: RunReadingOptions) {
    const { source, pipelines } = options;
    this.now = options.now ?? Date.now;
    this.events = new RunEventsReader(source);
    this.definitions = new RunDefinitions(source, pipelines, this.now);
  }

  /** Undefined when AWS does not have the run any more. */
  async read(
    call: AwsCall,
    record: RunRecord,
    { leaseToken, history }: { leaseToken: string; history: boolean },
  ): Promise<RunRead | undefined> {
    const described = await this.describe(call, record);
    if (!described || !history) {
      return described;
    }
    const { run } = described;
    const readAt = new Date(this.now()).toISOString();
    const read = await unlessGone(() =>
      this.events.read(call, run.executionArn),
    );
    if (!read) {
      return undefined;
    }
    const { events, cut } = read;
    const terminal = isTerminal(run.status);
    if (terminal) {
      this.events.forget(run.executionArn);
    }
    const same =
      !described.changed &&
      record.history.events === events.length &&
      record.history.state === (terminal && !cut ? 'complete' : 'partial');
    if (same) {
      return described;
    }
    const { histories, pipelines, redactor } = this.options;
    const definition =
      (await histories.of(run.id))?.definition ??
      (await this.definition(call, run));
    const built = await buildRunHistoryInTurns(
      {
        run,
        definition,
        pipeline: await pipelines.byId(run.pipelineId),
        events,
        taskDefinitions: await this.taskDefinitions(
          call,
          referencedTaskDefinitions(events),
        ),
        accountId: run.accountId,
        region: run.region,
      },
      redactor,
    );
    const saved = await histories.save(run.id, leaseToken, built, {
      state: terminal && !cut ? 'complete' : 'partial',
      readAt,
      definition,
      problem: cut
        ? `The history is larger than what is read of one; its first ${events.length} events are shown.`
        : undefined,
    });
    return { run, changed: saved };
  }

  /** What ended a run is told by a description only; what has ended is described once. */
  private async describe(
    call: AwsCall,
    { run: known, terminal }: RunRecord,
  ): Promise<RunRead | undefined> {
    const { source, runs, redactor, isEmulated } = this.options;
    if (terminal && (known.status === 'succeeded' || known.error)) {
      return { run: known, changed: false };
    }
    const details = await source.describeExecution(call, known.executionArn);
    if (!details) {
      return undefined;
    }
    const now = new Date(this.now()).toISOString();
    const { pipelineId: id, pipelineName: name } = known;
    const seen = buildRun({ ...known, id, name }, details, {
      redactor,
      emulated: isEmulated(known.accountId),
      collectedAt: now,
    });
    const changed = await runs.upsert([seen], now);
    return { run: changed[0] ?? known, changed: changed.length > 0 };
  }

  /** Without it there is no graph, and everything else is shown. */
  private async definition(
    call: AwsCall,
    run: StoredRun,
  ): Promise<string | undefined> {
    return unlessRefused(() => this.definitions.of(call, run));
  }

  /** Without them there are no logs and no cost, and everything else is shown. */
  private async taskDefinitions(
    call: AwsCall,
    arns: string[],
  ): Promise<Map<string, TaskDefinitionFacts>> {
    const found = new Map<string, TaskDefinitionFacts>();
    for (const arn of arns) {
      const facts = await unlessRefused(() =>
        this.options.source.taskDefinition(call, arn),
      );
      if (facts) {
        found.set(arn, facts);
      }
    }
    return found;
  }
}

async function unlessRefused<Answer>(
  ask: () => Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (
      error instanceof AwsCallError &&
      error.kind === 'access-denied' &&
      !concernsAccount(error)
    ) {
      return undefined;
    }
    throw error;
  }
}
