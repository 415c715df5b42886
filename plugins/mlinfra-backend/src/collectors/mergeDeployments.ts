import type { EndpointDeployment } from '@mlinfra/plugin-mlinfra-common';
import type { ResourceRow } from '../database/tables';
import type { StoredEndpoint } from './buildEndpoint';
import { newestDeployments } from './newestDeployments';

/** Adds to each endpoint the deployments that earlier collections saw and that AWS tells of no more. */
export function mergeDeployments(
  rows: ResourceRow[],
  earlier: ResourceRow[],
): ResourceRow[] {
  const before = new Map(
    earlier
      .filter(row => row.table === 'endpoints')
      .map(row => [row.id, row.content as StoredEndpoint]),
  );
  return rows.map(row => {
    const known = before.get(row.id);
    if (row.table !== 'endpoints' || !known) {
      return row;
    }
    const endpoint = row.content as StoredEndpoint;
    const deployments = merged(endpoint.deployments, known.deployments);
    return { ...row, content: { ...endpoint, deployments } };
  });
}

function merged(
  current: EndpointDeployment[],
  earlier: EndpointDeployment[],
): EndpointDeployment[] {
  const ids = new Set(current.map(({ id }) => id));
  const ended = earlier
    .filter(({ id }) => !ids.has(id))
    // How it ended was not seen.
    .map(each =>
      each.state === 'in-progress'
        ? { ...each, state: 'unknown' as const }
        : each,
    );
  return newestDeployments([...current, ...ended]);
}
