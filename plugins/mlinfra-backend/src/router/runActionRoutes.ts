import type { Request } from 'express';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import {
  mlinfraRunStartPermission,
  mlinfraRunStopPermission,
} from '@mlinfra/plugin-mlinfra-common';
import { withAccountName } from '../config/accountNames';
import { RunRedriver } from '../runs/actions/RunRedriver';
import { RunStarter } from '../runs/actions/RunStarter';
import { RunStopper } from '../runs/actions/RunStopper';
import { StoredExecution } from '../runs/actions/StoredExecution';
import type { StoredRun } from '../runs/model';
import { audited } from './audited';
import type { MlinfraRouter } from './MlinfraRouter';
import { pipelineOfRun } from './pipelineOfRun';
import type { RouteContext } from './routerOptions';
import { unknownPipeline } from './runListRoutes';

/** Starting, stopping and redriving runs; for people only, and audited without what a run is given. */
export function addRunActionRoutes(
  router: MlinfraRouter,
  context: RouteContext,
) {
  const { config, httpAuth, access, runAccess, pipelines } = context;
  const options = { ...context, stored: new StoredExecution(context) };
  const starter = new RunStarter(options);
  const stopper = new RunStopper(options);
  const redriver = new RunRedriver(options);
  const person = (req: Request) =>
    httpAuth.credentials(req, { allow: ['user'] });

  router.post('/v1/entities/:kind/:namespace/:name/runs', async (req, res) => {
    const credentials = await person(req);
    const entityRef = stringifyEntityRef(req.params);
    const { pipelineId } = req.body;
    const meta = { entityRef, pipelineId };
    const { run, created } = await audited(
      context,
      { req, eventId: 'run-start', meta },
      async () => {
        await access.readable(entityRef, credentials);
        await runAccess.require(
          mlinfraRunStartPermission,
          entityRef,
          credentials,
        );
        const pipeline = await pipelines.byId(pipelineId);
        if (pipeline?.entityRef !== entityRef) {
          throw unknownPipeline(entityRef, pipelineId);
        }
        return starter.start(pipeline, req.body);
      },
      started => ({ runId: started.run.id, created: started.created }),
    );
    res.status(created ? 201 : 200).json({ run: withAccountName(config, run) });
  });

  router.post('/v1/runs/:id/stop', async (req, res) => {
    const credentials = await person(req);
    const { id } = req.params;
    const run = await audited(
      context,
      { req, eventId: 'run-stop', meta: { runId: id } },
      async () => {
        const record = await runAccess.readable(id, credentials);
        await runAccess.require(
          mlinfraRunStopPermission,
          record.run.entityRef,
          credentials,
        );
        return stopper.stop(record, userOf(credentials), req.body.reason);
      },
      statusOf,
    );
    res.json({ run: withAccountName(config, run) });
  });

  router.post('/v1/runs/:id/redrive', async (req, res) => {
    const credentials = await person(req);
    const { id } = req.params;
    const run = await audited(
      context,
      { req, eventId: 'run-redrive', meta: { runId: id } },
      async () => {
        const record = await runAccess.readable(id, credentials);
        await runAccess.require(
          mlinfraRunStartPermission,
          record.run.entityRef,
          credentials,
        );
        return redriver.redrive(
          {
            record,
            pipeline: await pipelineOfRun(context, record.run),
            history: await context.runHistories.of(id),
          },
          req.body.clientToken,
        );
      },
      statusOf,
    );
    res.json({ run: withAccountName(config, run) });
  });
}

function statusOf({ status, redriveCount }: StoredRun): JsonObject {
  return { status, redriveCount };
}

function userOf({
  principal,
}: BackstageCredentials<BackstageUserPrincipal>): string {
  return principal.userEntityRef;
}
