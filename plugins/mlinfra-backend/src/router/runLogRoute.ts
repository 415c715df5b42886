import type { RunLogsResponse } from '@mlinfra/plugin-mlinfra-common';
import { CallerLimit } from '../runs/stepLogs/CallerLimit';
import { RunLogs } from '../runs/stepLogs/RunLogs';
import { ShortCache } from '../runs/stepLogs/ShortCache';
import { callerOf } from './callerOf';
import type { MlinfraRouter } from './MlinfraRouter';
import type { RouteContext } from './routerOptions';

const DEFAULT_LIMIT = 200;
/** Several who look at the same step ask AWS once within this time. */
const KEPT_MS = 2_000;
const AT_ONCE = 20;
const PER_SECOND = 2;

/** The log of a step: the one thing that is read from AWS when it is asked for, as logs are too large to collect. */
export function addRunLogRoute(router: MlinfraRouter, context: RouteContext) {
  const { httpAuth, runAccess, runHistories } = context;
  const logs = new RunLogs(context);
  const limit = new CallerLimit(
    AT_ONCE,
    PER_SECOND,
    'You ask for logs more often than AWS can be asked; wait a moment, then go on',
  );
  const kept = new ShortCache<RunLogsResponse>(KEPT_MS);

  router.get('/v1/runs/:id/logs', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { run } = await runAccess.visible(req.params.id, credentials);
    limit.take(callerOf(credentials));
    const { step, attempt, cursor, limit: lines = DEFAULT_LIMIT } = req.query;
    const key = JSON.stringify([run.id, step, attempt, cursor, lines]);
    const response = await kept.get(key, async () => {
      const history = await runHistories.of(run.id);
      return logs.page(run, history?.steps ?? [], {
        step,
        attempt,
        cursor,
        limit: lines,
      });
    });
    res.json(response);
  });
}
