import {
  type DatabaseKind,
  MLINFRA_TAGS,
} from '@mlinfra/plugin-mlinfra-common';
import type { InstanceFacts, TableFacts } from '../../aws/DatabaseSource';
import type { ResourceRow } from '../../database/tables';
import type { StatusReason } from '../../status/worstOf';
import type { CollectionInput } from '../Collector';
import type { ClaimedResource } from '../inventory/InventoryContext';
import type { StoredDatabase } from './StoredDatabase';

type Facts = Partial<InstanceFacts & TableFacts> & { engine: string };

/** Puts a database together from what was read; no I/O. */
export function buildDatabase(
  { account, call, now }: CollectionInput,
  { arn, tags, entityRef }: ClaimedResource,
  read: {
    kind: DatabaseKind;
    name: string;
    facts: Facts;
    status: StatusReason;
    consoleUrl: string;
  },
): ResourceRow {
  const { facts } = read;
  const database: StoredDatabase = {
    id: arn,
    entityRef,
    kind: read.kind,
    name: read.name,
    status: read.status.status,
    statusReason: read.status.reason,
    engine: facts.engine,
    sizeBytes: facts.sizeBytes,
    itemCount: facts.itemCount,
    encrypted: facts.encrypted,
    publiclyAccessible: facts.publiclyAccessible,
    deletionProtection: facts.deletionProtection,
    pointInTimeRecovery: facts.pointInTimeRecovery,
    backupRetentionDays: facts.backupRetentionDays,
    multiAz: facts.multiAz,
    stack: tags[MLINFRA_TAGS.stack],
    environment: tags[MLINFRA_TAGS.environment],
    accountId: call.accountId,
    region: call.region,
    consoleUrl: account.emulated ? undefined : read.consoleUrl,
    collectedAt: now,
  };
  return {
    table: 'databases',
    id: arn,
    entityRef,
    environment: database.environment,
    status: database.status,
    content: database,
  };
}
