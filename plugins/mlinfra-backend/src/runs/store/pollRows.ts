import type { CollectionError } from '@mlinfra/plugin-mlinfra-common';
import type { DbPoll } from './tables';

/** Why a pipeline's runs could not be listed the last time. */
export function pollError(row: DbPoll): CollectionError | undefined {
  return row.error_kind && row.error_message && row.error_at
    ? {
        kind: row.error_kind,
        message: row.error_message,
        operation: row.error_operation ?? undefined,
        at: row.error_at,
      }
    : undefined;
}
