import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { toError } from '@backstage/errors';
import { AwsCallError } from '../../aws/AwsCallError';
import { Lease } from '../../collection/Lease';
import { retryDelayMs } from '../../collection/retryDelay';
import type { StoredRun } from '../model';
import type { RunHistoryStore } from '../store/RunHistoryStore';
import type { RunStore } from '../store/RunStore';
import { isTerminal } from '../store/runStatus';
import type { DueRun, RunWorkStore, WorkOutcome } from '../store/RunWorkStore';
import { DueRuns, TAKE_FOR_MS } from './DueRuns';
import type { RunEndNotifier } from './RunEndNotifier';
import type { RunReading } from './RunReading';

const LONGEST_MS = 5 * 60_000;
/** After as many failures in a row a run is left alone until somebody opens it. */
const MOST_FAILURES = 10;

const NOTHING_LEFT: WorkOutcome = {
  work: null,
  after: null,
  failures: 0,
  goesOn: false,
};

export interface RunFollowerOptions {
  runs: RunStore;
  histories: RunHistoryStore;
  work: RunWorkStore;
  reading: Pick<RunReading, 'read'>;
  notifier: Pick<RunEndNotifier, 'announce'>;
  signals: Pick<SignalsService, 'publish'>;
  logger: LoggerService;
  followIntervalMs: number;
  now?: () => number;
}

/** Reads the runs that pages follow, and each run once when it has ended. */
export class RunFollower {
  private readonly now: () => number;
  private readonly due: DueRuns;
  private running?: Promise<void>;
  private shutdown?: AbortSignal;

  constructor(private readonly options: RunFollowerOptions) {
    this.now = options.now ?? Date.now;
    this.due = new DueRuns({
      work: options.work,
      read: (due, token, signal) => this.take(due, token, signal),
      instant: inMs => this.instant(inMs),
    });
  }

  /** Every process looks, and the database decides who gets a run. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'follow-runs',
      scope: 'local',
      frequency: { milliseconds: this.options.followIntervalMs },
      timeout: { milliseconds: TAKE_FOR_MS + LONGEST_MS },
      fn: signal => this.run(signal),
    });
  }

  /** Looks at once, as somebody has opened a run. */
  wake(): void {
    if (this.shutdown && !this.shutdown.aborted && !this.running) {
      this.run(this.shutdown).catch(error =>
        this.options.logger.warn('Runs could not be followed', error),
      );
    }
  }

  /** Asks about runs until nothing is due. */
  async run(signal: AbortSignal): Promise<void> {
    this.shutdown = signal;
    this.running ??= this.due.takeAll(signal).finally(() => {
      this.running = undefined;
    });
    await this.running;
  }

  /** Never rejects: what fails is recorded with the run. */
  private async take(
    due: DueRun,
    token: string,
    shutdown: AbortSignal,
  ): Promise<void> {
    const { work, logger } = this.options;
    const lease = new Lease(
      until => work.renew(due.id, token, until),
      this.now,
    );
    try {
      const signal = AbortSignal.any([
        shutdown,
        lease.signal,
        AbortSignal.timeout(LONGEST_MS),
      ]);
      await this.follow(due, token, signal);
    } catch (error) {
      await (shutdown.aborted
        ? work.release(due.id, token)
        : this.fail(due, token, error)
      ).catch(failure =>
        logger.error(`Run ${due.arn} could not be followed`, failure),
      );
    } finally {
      lease.end();
    }
  }

  private async follow(
    due: DueRun,
    token: string,
    signal: AbortSignal,
  ): Promise<void> {
    const { runs, reading, histories } = this.options;
    const record = await runs.byId(due.id);
    if (!record) {
      await this.finish(due, token, NOTHING_LEFT);
      return;
    }
    const call = { accountId: due.accountId, region: due.region, signal };
    const read = await reading.read(call, record, {
      leaseToken: token,
      history: due.work === 'read' || due.watched,
    });
    if (!read) {
      if (!record.terminal) {
        await runs.vanish(record.run);
      }
      await histories.fail(
        due.id,
        token,
        'AWS does not have this execution any more; it keeps ended ones for 90 days.',
        this.instant(),
      );
    }
    await this.finish(due, token, await this.outcome(due, read?.run));
    if (!read || read.changed) {
      await this.publish(due.id);
    }
  }

  /** What is left to do about a run that was read; undefined: AWS has it no more. */
  private async outcome(
    due: DueRun,
    run: StoredRun | undefined,
  ): Promise<WorkOutcome> {
    const { followIntervalMs } = this.options;
    if (!run) {
      return NOTHING_LEFT;
    }
    if (!isTerminal(run.status)) {
      const after = this.instant(followIntervalMs);
      return { ...NOTHING_LEFT, after, goesOn: true };
    }
    if (await this.announce(due.id, run)) {
      return NOTHING_LEFT;
    }
    // Its history is read, so only the end is looked at again.
    const failures = due.failures + 1;
    return {
      work: failures >= MOST_FAILURES ? null : 'describe',
      after: this.instant(retryDelayMs(failures, followIntervalMs)),
      failures,
      goesOn: false,
    };
  }

  /** False where the owner could not be told. */
  private async announce(id: string, run: StoredRun): Promise<boolean> {
    const { runs, notifier, logger } = this.options;
    try {
      await notifier.announce((await runs.byId(id))?.run ?? run);
      return true;
    } catch (error) {
      logger.warn(
        `The owner of ${run.executionArn} could not be told of its end; it is tried again`,
        toError(error),
      );
      return false;
    }
  }

  private async fail(
    due: DueRun,
    token: string,
    error: unknown,
  ): Promise<void> {
    const { histories, followIntervalMs, logger } = this.options;
    const failures = due.failures + 1;
    const described = error instanceof AwsCallError;
    const final =
      failures >= MOST_FAILURES ||
      (described && error.kind === 'access-denied');
    const problem = described
      ? error.message
      : "The history could not be read; the backend's log has the details.";
    logger.warn(
      `Run ${due.arn} could not be followed: ${problem}`,
      error instanceof Error ? error : undefined,
    );
    await histories.fail(due.id, token, problem, this.instant());
    const delay = retryDelayMs(failures, followIntervalMs);
    await this.finish(due, token, {
      work: final ? null : due.work,
      after: this.instant(delay),
      failures,
      goesOn: due.work === null,
    });
    await this.publish(due.id);
  }

  private async finish(
    due: DueRun,
    token: string,
    outcome: WorkOutcome,
  ): Promise<void> {
    await this.options.work.finish(due.id, token, outcome);
  }

  /** Pages ask again by themselves, so a signal that is lost costs only time. */
  private async publish(runId: string): Promise<void> {
    try {
      await this.options.signals.publish({
        recipients: { type: 'broadcast' },
        channel: `mlinfra:run:${runId}`,
        message: { runId, at: this.instant() },
      });
    } catch (error) {
      this.options.logger.debug(`No signal of run ${runId}: ${error}`);
    }
  }

  private instant(inMs = 0): string {
    return new Date(this.now() + inMs).toISOString();
  }
}
