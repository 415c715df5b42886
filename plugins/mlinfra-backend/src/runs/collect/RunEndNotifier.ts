import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { RunStatus } from '@mlinfra/plugin-mlinfra-common';
import type { StoredRun } from '../model';
import type { RunWorkStore } from '../store/RunWorkStore';
import { endKey } from '../store/workOfRun';

const LONGEST_DESCRIPTION = 500;
/** A backend that is not there may be added, or only have been restarted. */
const ASK_AGAIN_MS = 10 * 60_000;

const ENDS: Partial<
  Record<RunStatus, { words: string; severity: 'high' | 'normal' }>
> = {
  failed: { words: 'failed', severity: 'high' },
  'timed-out': { words: 'ran out of time', severity: 'high' },
  rejected: { words: 'was rejected by its quality gate', severity: 'normal' },
};

export interface RunEndNotifierOptions {
  notifications: NotificationService;
  catalog: CatalogService;
  auth: AuthService;
  work: Pick<RunWorkStore, 'notifiedAs' | 'markNotified'>;
  logger: LoggerService;
}

/** Tells the owner of an entity that one of its runs failed or was rejected: once per end. */
export class RunEndNotifier {
  private askAgainAt = 0;

  constructor(
    private readonly options: RunEndNotifierOptions,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * To be called by the holder of the run's lease, so that no other process
   * sends the same. One that dies between sending and noting it sends it
   * again with the same scope, which updates what was sent.
   */
  async announce(run: StoredRun): Promise<void> {
    const { notifications, work } = this.options;
    const end = ENDS[run.status];
    if (!end || (await work.notifiedAs(run.id)) === endKey(run)) {
      return;
    }
    const owners = await this.owners(run.entityRef);
    if (owners.length > 0 && this.now() >= this.askAgainAt) {
      await this.send(() =>
        notifications.send({
          recipients: { type: 'entity', entityRef: owners },
          payload: {
            title: `Run ${run.name} of ${run.pipelineName} ${end.words}`,
            description: description(run),
            link: `/mlinfra/runs/${run.id}`,
            severity: end.severity,
            topic: 'mlinfra:runs',
            scope: `mlinfra:run:${run.id}:${run.redriveCount}`,
          },
        }),
      );
    }
    await work.markNotified(run.id, endKey(run));
  }

  /** A portal without notifications is no error. */
  private async send(send: () => Promise<void>): Promise<void> {
    try {
      await send();
    } catch (error) {
      if (!isNotInstalled(error)) {
        throw error;
      }
      if (this.askAgainAt === 0) {
        this.options.logger.info(
          'Owners are not told of failed runs, as the notifications backend is not installed.',
        );
      }
      this.askAgainAt = this.now() + ASK_AGAIN_MS;
    }
  }

  private async owners(entityRef: string): Promise<string[]> {
    const { auth, catalog } = this.options;
    const entity = await catalog.getEntityByRef(entityRef, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    return (entity?.relations ?? [])
      .filter(relation => relation.type === RELATION_OWNED_BY)
      .map(({ targetRef }) => stringifyEntityRef(parseEntityRef(targetRef)));
  }
}

function description({ error, cause, entityRef, failedState }: StoredRun) {
  const where = failedState ? `In ${failedState}: ` : '';
  const why = [error, cause].filter(Boolean).join(': ');
  return `${where}${why || 'AWS gives no cause.'} (${entityRef})`.slice(
    0,
    LONGEST_DESCRIPTION,
  );
}

/** The service gives the status in its words alone; where those change, it is a failure like others. */
function isNotInstalled(error: unknown): boolean {
  return /\bstatus 404\b/.test(String(error));
}
