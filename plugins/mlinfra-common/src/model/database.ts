import type { EndpointStatus } from './endpoint';
import type {
  AccountId,
  EntityRef,
  EnvironmentId,
  Region,
  Timestamp,
} from './identifiers';

/** What kind of database it is. @public */
export type DatabaseKind = 'dynamodb-table' | 'rds-instance';

/** A database of an entity. @public */
export interface Database {
  /** ARN. */
  id: string;
  entityRef: EntityRef;
  kind: DatabaseKind;
  name: string;
  status: EndpointStatus;
  /** One sentence on why the status is what it is. */
  statusReason: string;
  /** For example `PostgreSQL 16.4`, or `DynamoDB, on demand`. */
  engine: string;
  /** Bytes in use (DynamoDB, as of its last count) or allocated (RDS). */
  sizeBytes?: number;
  /** DynamoDB's last count, which it makes about every six hours. */
  itemCount?: number;
  /** Absent where it was not said. */
  encrypted?: boolean;
  publiclyAccessible?: boolean;
  deletionProtection?: boolean;
  pointInTimeRecovery?: boolean;
  backupRetentionDays?: number;
  multiAz?: boolean;
  stack?: string;
  environment?: EnvironmentId;
  accountId: AccountId;
  accountName?: string;
  region: Region;
  /** Deep link into the AWS console; absent for an emulated account, which has none. */
  consoleUrl?: string;
  collectedAt: Timestamp;
}
