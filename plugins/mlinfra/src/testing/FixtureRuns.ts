import { NotFoundError } from '@backstage/errors';
import type {
  EntityRef,
  EntityRunsResponse,
  Page,
  Run,
  RunActionResponse,
  RunDetailsResponse,
  RunEventsResponse,
  RunListQuery,
  RunLogsQuery,
  RunLogsResponse,
  StartRunRequest,
} from '@mlinfra/plugin-mlinfra-common';
import {
  allRuns,
  entityRunsResponse,
  runDetails,
  runEventsOf,
  runId,
  runLogsOf,
  runningRun,
} from './fixtures';
import { page } from './page';

/** What the fixtures answer about runs instead of the usual. */
export interface FixtureRunAnswers {
  entityRuns?: (
    entityRef: EntityRef,
    query: RunListQuery,
  ) => Promise<EntityRunsResponse>;
  /** The runs of the fleet, and of each entity. */
  runRows?: Run[];
  /** Makes the fleet list fail. */
  runListError?: Error;
  run?: (id: string) => Promise<RunDetailsResponse>;
  runEvents?: (id: string) => Promise<RunEventsResponse>;
  runLogs?: (id: string, query: RunLogsQuery) => Promise<RunLogsResponse>;
  startRun?: (
    entityRef: EntityRef,
    request: StartRunRequest,
  ) => Promise<RunActionResponse>;
  stopRun?: (
    id: string,
    request: { reason?: string },
  ) => Promise<RunActionResponse>;
  redriveRun?: (
    id: string,
    request: { clientToken: string },
  ) => Promise<RunActionResponse>;
}

/** The part of the backend's API that is about runs, answered from fixtures. */
export class FixtureRuns {
  constructor(protected readonly answers: FixtureRunAnswers = {}) {}

  async getEntityRuns(
    entityRef: EntityRef,
    query: RunListQuery = {},
  ): Promise<EntityRunsResponse> {
    return (
      this.answers.entityRuns?.(entityRef, query) ??
      entityRunsResponse({
        entityRef,
        ...page(
          matching(this.rows(), query).map(run => ({ ...run, entityRef })),
          query,
        ),
      })
    );
  }

  async listRuns(query: RunListQuery = {}): Promise<Page<Run>> {
    if (this.answers.runListError) {
      throw this.answers.runListError;
    }
    return page(matching(this.rows(), query), query);
  }

  async getRun(id: string): Promise<RunDetailsResponse> {
    if (this.answers.run) {
      return this.answers.run(id);
    }
    const run = this.rows().find(each => each.id === id);
    if (!run) {
      throw new NotFoundError(`There is no run ${id} that you may see.`);
    }
    return runDetails(run);
  }

  async getRunEvents(
    id: string,
    query: { cursor?: string; limit?: number } = {},
  ): Promise<RunEventsResponse> {
    return (
      this.answers.runEvents?.(id) ??
      page(runEventsOf((await this.getRun(id)).steps), query)
    );
  }

  async getRunLogs(id: string, query: RunLogsQuery): Promise<RunLogsResponse> {
    if (this.answers.runLogs) {
      return this.answers.runLogs(id, query);
    }
    const { steps } = await this.getRun(id);
    const step = steps.find(each => each.id === query.step);
    if (!step) {
      throw new NotFoundError(`Run ${id} has no step ${query.step}.`);
    }
    return runLogsOf(step);
  }

  async startRun(
    entityRef: EntityRef,
    request: StartRunRequest,
  ): Promise<RunActionResponse> {
    return (
      this.answers.startRun?.(entityRef, request) ?? {
        run: runningRun({
          id: runId('started'),
          name: request.clientToken,
          entityRef,
          pipelineId: request.pipelineId,
        }),
      }
    );
  }

  async stopRun(
    id: string,
    request: { reason?: string },
  ): Promise<RunActionResponse> {
    return this.answers.stopRun?.(id, request) ?? this.act(id, 'aborted');
  }

  async redriveRun(
    id: string,
    request: { clientToken: string },
  ): Promise<RunActionResponse> {
    return this.answers.redriveRun?.(id, request) ?? this.act(id, 'running');
  }

  private async act(
    id: string,
    status: Run['status'],
  ): Promise<RunActionResponse> {
    const { run } = await this.getRun(id);
    return { run: { ...run, status } };
  }

  private rows(): Run[] {
    return this.answers.runRows ?? allRuns();
  }
}

function matching(rows: Run[], query: RunListQuery): Run[] {
  const { environment, accountId, status, pipelineId, from, to } = query;
  return rows.filter(
    run =>
      (!environment || run.environment === environment) &&
      (!accountId || run.accountId === accountId) &&
      (!status || run.status === status) &&
      (!pipelineId || run.pipelineId === pipelineId) &&
      (!from || run.startedAt >= from) &&
      (!to || run.startedAt < to),
  );
}
