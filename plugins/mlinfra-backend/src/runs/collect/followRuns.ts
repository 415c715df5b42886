import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { ExecutionSource } from '../../aws/ExecutionSource';
import type { MlinfraConfig } from '../../config/MlinfraConfig';
import type { openStores } from '../../database/openStores';
import type { Redactor } from '../redaction/Redactor';
import { RunEndNotifier } from './RunEndNotifier';
import { RunFollower } from './RunFollower';
import { RunReading } from './RunReading';
import { RunRetention } from './RunRetention';
import { RunWatch } from './RunWatch';

/** Puts together what follows runs from their start to their removal. */
export function followRuns(options: {
  stores: Awaited<ReturnType<typeof openStores>>;
  source: ExecutionSource;
  config: MlinfraConfig;
  redactor: Redactor;
  catalog: CatalogService;
  auth: AuthService;
  notifications: NotificationService;
  signals: SignalsService;
  logger: LoggerService;
}) {
  const { stores, source, config, redactor, logger } = options;
  const { runs, polls, pipelines, runHistories, runWork } = stores;
  const emulated = new Set(
    config.accounts
      .filter(account => account.emulated)
      .map(account => account.accountId),
  );
  const follower = new RunFollower({
    runs,
    histories: runHistories,
    work: runWork,
    reading: new RunReading({
      source,
      runs,
      histories: runHistories,
      pipelines,
      redactor,
      isEmulated: accountId => emulated.has(accountId),
    }),
    notifier: new RunEndNotifier({ ...options, work: runWork }),
    signals: options.signals,
    logger,
    followIntervalMs: config.runs.followIntervalMs,
  });
  const retention = new RunRetention({
    runs,
    polls,
    logger,
    retentionMs: config.runs.retentionMs,
  });
  return {
    follower,
    watch: new RunWatch(runWork, () => follower.wake()),
    async schedule(scheduler: SchedulerService): Promise<void> {
      await follower.schedule(scheduler);
      await retention.schedule(scheduler);
    },
  };
}
