import { randomUUID } from 'node:crypto';
import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import limiter from 'p-limit';
import { AwsCallError } from '../../aws/AwsCallError';
import { Lease, LEASE_MS } from '../../collection/Lease';
import { retryDelayMs } from '../../collection/retryDelay';
import type { RunHistoryStore } from '../store/RunHistoryStore';
import type { RunStore } from '../store/RunStore';
import { isTerminal } from '../store/runStatus';
import type { DueRun, RunWorkStore, WorkOutcome } from '../store/RunWorkStore';
import type { RunEndNotifier } from './RunEndNotifier';
import type { RunReading } from './RunReading';

/** Runs that are taken before it is asked again what is due, so that watched ones come soon. */
const PER_PASS = 8;
const AT_A_TIME = 4;
/** After this time the scheduler starts the next round. */
const TAKE_FOR_MS = 60_000;
const LONGEST_MS = 5 * 60_000;
/** After as many failures in a row a run is left alone until somebody opens it. */
const MOST_FAILURES = 10;

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
  private running?: Promise<void>;
  private shutdown?: AbortSignal;

  constructor(private readonly options: RunFollowerOptions) {
    this.now = options.now ?? Date.now;
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
    this.running ??= this.takeAll(signal).finally(() => {
      this.running = undefined;
    });
    await this.running;
  }

  private async takeAll(signal: AbortSignal): Promise<void> {
    const until = Date.now() + TAKE_FOR_MS;
    const limit = limiter(AT_A_TIME);
    let due: DueRun[];
    do {
      due = await this.options.work.due(this.instant(), PER_PASS);
      const taken = await Promise.all(
        due.map(each => limit(() => this.take(each, signal))),
      );
      if (!taken.includes(true)) {
        return;
      }
    } while (due.length > 0 && !signal.aborted && Date.now() < until);
  }

  /** False when another process has it. */
  private async take(due: DueRun, shutdown: AbortSignal): Promise<boolean> {
    const { work, logger } = this.options;
    const token = randomUUID();
    const claimed =
      !shutdown.aborted &&
      (await work.claim(due.id, token, this.instant(), this.instant(LEASE_MS)));
    if (!claimed) {
      return false;
    }
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
      if (shutdown.aborted) {
        await work.release(due.id, token);
      } else {
        await this.fail(due, token, error).catch(failure =>
          logger.error(`Run ${due.arn} could not be followed`, failure),
        );
      }
    } finally {
      lease.end();
    }
    return true;
  }

  private async follow(
    due: DueRun,
    token: string,
    signal: AbortSignal,
  ): Promise<void> {
    const { runs, reading, notifier, histories } = this.options;
    const record = await runs.byId(due.id);
    if (!record) {
      await this.finish(due, token, { work: null, after: null, failures: 0 });
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
    } else if (isTerminal(read.run.status)) {
      await notifier.announce((await runs.byId(due.id))?.run ?? read.run);
    }
    const goesOn = read !== undefined && !isTerminal(read.run.status);
    await this.finish(due, token, {
      work: null,
      after: goesOn ? this.instant(this.options.followIntervalMs) : null,
      failures: 0,
    });
    if (!read || read.changed) {
      await this.publish(due.id);
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
