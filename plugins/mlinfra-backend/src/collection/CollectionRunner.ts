import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { MlinfraConfig } from '../config/MlinfraConfig';
import type { TargetStore } from '../database/TargetStore';
import { configuredTargets, targetId } from './configuredTargets';
import { pause } from './pause';
import type { TargetCollection } from './TargetCollection';

/** How often a process looks for due targets. */
const POLL_MS = 3_000;
/** After this time a run takes no new targets; the scheduler starts the next one. */
const TAKE_FOR_MS = 30 * 60_000;

/** Runs the due targets of this process, several at a time. */
export class CollectionRunner {
  private readonly configured: Set<string>;

  constructor(
    private readonly config: MlinfraConfig,
    private readonly targets: Pick<TargetStore, 'due'>,
    private readonly collection: Pick<TargetCollection, 'claim' | 'run'>,
    private readonly timing = { pollMs: POLL_MS, takeForMs: TAKE_FOR_MS },
  ) {
    this.configured = new Set(configuredTargets(config).map(targetId));
  }

  /**
   * Starts looking for due targets. Every process looks, and the database
   * decides who gets a target; one task each, however many targets there are.
   */
  async schedule(scheduler: SchedulerService): Promise<void> {
    const longest = Math.max(
      ...Object.values(this.config.schedules).map(each => each.timeoutMs),
    );
    await scheduler.scheduleTask({
      id: 'collect',
      scope: 'local',
      frequency: { milliseconds: this.timing.pollMs },
      timeout: {
        milliseconds: this.timing.takeForMs + longest + 60_000,
      },
      fn: signal => this.run(signal),
    });
  }

  /** Collects until nothing is due. */
  async run(signal: AbortSignal): Promise<void> {
    const running = new Set<Promise<void>>();
    const until = Date.now() + this.timing.takeForMs;
    while (!signal.aborted && Date.now() < until) {
      await this.take(running, signal);
      if (running.size === 0) {
        return;
      }
      await Promise.race([...running, pause(this.timing.pollMs, signal)]);
    }
    await Promise.all(running);
  }

  private async take(
    running: Set<Promise<void>>,
    signal: AbortSignal,
  ): Promise<void> {
    const { concurrency } = this.config.aws;
    if (running.size >= concurrency) {
      return;
    }
    const due = await this.targets.due(new Date().toISOString());
    for (const key of due) {
      if (running.size >= concurrency || signal.aborted) {
        return;
      }
      // Replicas with an older configuration may know other targets.
      const claim = this.configured.has(targetId(key))
        ? await this.collection.claim(key)
        : undefined;
      if (claim) {
        const run: Promise<void> = this.collection
          .run(claim, signal)
          .finally(() => running.delete(run));
        running.add(run);
      }
    }
  }
}
