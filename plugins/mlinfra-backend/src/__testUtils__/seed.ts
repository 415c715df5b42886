import type { EndpointKind } from '@mlinfra/plugin-mlinfra-common';
import type { openStores } from '../database/openStores';
import { shortId } from '../database/shortId';
import type { ResourceRow, TargetKey } from '../database/tables';

type Stores = Awaited<ReturnType<typeof openStores>>;

/** An endpoint as a collection stores it. */
export function endpointRow(
  entityRef: string,
  id: string,
  overrides?: {
    kind?: EndpointKind;
    status?: string;
    environment?: string;
    accountId?: string;
  },
): ResourceRow {
  const {
    kind = 'rest-api',
    status = 'live',
    environment = 'dev',
    accountId = '111111111111',
  } = overrides ?? {};
  return {
    id,
    entityRef,
    environment,
    status,
    content: {
      id,
      key: shortId(id),
      entityRef,
      kind,
      name: id,
      status,
      statusReason: 'Because.',
      auth: 'none',
      environment,
      accountId,
      region: 'eu-central-1',
      functions: [],
      services: [],
      deployments: [],
      consoleUrl: 'https://console.example.com',
      collectedAt: '2026-01-01T00:00:00.000Z',
    },
  };
}

/** A budget as a collection stores it. */
export function budgetRow(entityRef: string, id: string): ResourceRow {
  return {
    id,
    entityRef,
    environment: 'dev',
    status: 'warning',
    content: {
      id,
      entityRef,
      name: id,
      accountId: '111111111111',
      environment: 'dev',
      timeUnit: 'MONTHLY',
      limit: '50',
      actual: '45.5',
      usedPercent: 91,
      status: 'warning',
      consoleUrl: 'https://console.example.com',
      collectedAt: '2026-01-01T00:00:00.000Z',
    },
  };
}

/** Stores rows as if a collection had found them. */
export async function seed(
  { knex, collections }: Stores,
  rows: ResourceRow[],
  target?: Partial<TargetKey>,
): Promise<void> {
  const key: TargetKey = {
    collector: 'inventory',
    accountId: '111111111111',
    region: 'eu-central-1',
    ...target,
  };
  await knex.transaction(transaction =>
    collections.replace(
      transaction,
      key,
      { rows, rejected: [], details: [], incomplete: false },
      '2026-01-01T00:00:00.000Z',
    ),
  );
}
