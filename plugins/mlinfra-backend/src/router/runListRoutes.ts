import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  type EntityRunsResponse,
  mlinfraInventoryReadPermission,
} from '@mlinfra/plugin-mlinfra-common';
import { awsConnection, withAccountName } from '../config/accountNames';
import type { StoredRun } from '../runs/model';
import type { RunFilter, RunPosition, RunStore } from '../runs/store/RunStore';
import type { FleetSource } from './FleetList';
import type { MlinfraRouter } from './MlinfraRouter';
import type { RouteContext } from './routerOptions';
import { decodeRunCursor, encodeRunCursor } from './runCursor';
import { runFilter } from './runFilter';
import { shownPipelines } from './shownPipelines';

const DEFAULT_LIMIT = 50;

/** Runs of one entity and of all, newest first. */
export function addRunListRoutes(router: MlinfraRouter, context: RouteContext) {
  const { config, httpAuth, access, fleet, runAccess, runs, states } = context;

  router.get('/v1/entities/:kind/:namespace/:name/runs', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = stringifyEntityRef(req.params);
    const entity = await access.readable(entityRef, credentials);
    const rights = await runAccess.rights(entityRef, credentials);
    const { cursor, limit = DEFAULT_LIMIT, ...query } = req.query;
    const filter = { ...runFilter(query), entityRef };
    const position = cursor ? decodeRunCursor(cursor) : undefined;
    const stored = await context.pipelines.ofEntity(entityRef);
    const rows = await runs.list(filter, position, limit + 1);
    if (
      filter.pipelineId !== undefined &&
      rows.length === 0 &&
      !stored.some(({ id }) => id === filter.pipelineId)
    ) {
      throw unknownPipeline(entityRef, filter.pipelineId);
    }
    const items = rows.slice(0, limit);
    const response: EntityRunsResponse = {
      entityRef,
      aws: awsConnection(config),
      pipelines: await shownPipelines(context, stored),
      items: items.map(run => withAccountName(config, run)),
      pageInfo:
        rows.length > limit
          ? { nextCursor: encodeRunCursor(items[items.length - 1]) }
          : {},
      collections: await states.ofEntity(entity, ['runs']),
      rights,
    };
    res.json(response);
  });

  router.get('/v1/runs', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { cursor, limit = DEFAULT_LIMIT, ...query } = req.query;
    const { items, pageInfo } = await fleet.page({
      source: runsOfAll(runs, runFilter(query)),
      permission: mlinfraInventoryReadPermission,
      credentials,
      cursor,
      limit,
    });
    res.json({
      items: items.map(run => withAccountName(config, run)),
      pageInfo,
    });
  });
}

/** The same whether it belongs to nobody or to another entity. */
export function unknownPipeline(
  entityRef: string,
  pipelineId: string,
): NotFoundError {
  return new NotFoundError(
    `${entityRef} has no pipeline ${pipelineId}; a pipeline shows up within minutes after its stack was deployed`,
  );
}

function runsOfAll(
  runs: RunStore,
  filter: RunFilter,
): FleetSource<StoredRun, RunPosition> {
  return {
    after: async (position, limit) =>
      (await runs.list(filter, position, limit)).map(run => ({
        position: { startedAt: run.startedAt, id: run.id },
        resource: run,
      })),
    entityRef: ({ resource }) => resource.entityRef,
    encode: encodeRunCursor,
    decode: decodeRunCursor,
  };
}
