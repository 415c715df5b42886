import type { Request } from 'express';
import type { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';

/** Does it, and leaves a trace of who wanted what and what became of it. */
export async function audited<Result>(
  { auditor }: { auditor: AuditorService },
  { req, eventId, meta }: { req: Request; eventId: string; meta: JsonObject },
  act: () => Promise<Result>,
  outcome: (result: Result) => JsonObject,
): Promise<Result> {
  const event = await auditor.createEvent({
    eventId,
    severityLevel: 'medium',
    request: req,
    meta,
  });
  try {
    const result = await act();
    await event.success({ meta: outcome(result) });
    return result;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}
