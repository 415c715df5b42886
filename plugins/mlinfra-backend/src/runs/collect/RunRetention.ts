import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { PollStore } from '../store/PollStore';
import type { RunStore } from '../store/RunStore';

/** Removes runs when they are older than they are to be kept. */
export class RunRetention {
  constructor(
    private readonly options: {
      runs: Pick<RunStore, 'removeOlderThan'>;
      polls: Pick<PollStore, 'forgetEmpty'>;
      logger: LoggerService;
      retentionMs: number;
      now?: () => number;
    },
  ) {}

  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'remove-old-runs',
      frequency: { hours: 6 },
      initialDelay: { minutes: 5 },
      timeout: { minutes: 30 },
      fn: () => this.run(),
    });
  }

  async run(): Promise<void> {
    const { runs, polls, logger, retentionMs, now = Date.now } = this.options;
    const before = new Date(now() - retentionMs).toISOString();
    const removed = await runs.removeOlderThan(before);
    await polls.forgetEmpty();
    if (removed > 0) {
      logger.info(`Removed ${removed} runs that started before ${before}`);
    }
  }
}
