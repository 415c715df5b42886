import type { ResourceRow } from '../database/tables';
import type { StoredEndpoint } from './buildEndpoint';

/** An endpoint on its way into the database. */
export function endpointRow(endpoint: StoredEndpoint): ResourceRow {
  const { id, entityRef, environment, status } = endpoint;
  return {
    table: 'endpoints',
    id,
    entityRef,
    environment,
    status,
    content: endpoint,
  };
}
