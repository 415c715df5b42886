import type { AwsCall } from './AwsCaller';

/** What is common to databases of all kinds. */
interface DatabaseFacts {
  arn: string;
  name: string;
  /** AWS's own word, for example `available` or `ACTIVE`. */
  state: string;
  engine: string;
  sizeBytes?: number;
  encrypted?: boolean;
  deletionProtection?: boolean;
  pointInTimeRecovery?: boolean;
}

/** An RDS instance. */
export interface InstanceFacts extends DatabaseFacts {
  publiclyAccessible?: boolean;
  backupRetentionDays?: number;
  multiAz?: boolean;
}

/** A DynamoDB table. */
export interface TableFacts extends DatabaseFacts {
  itemCount?: number;
}

/** Databases of one region and account. */
export interface DatabaseSource {
  instances(call: AwsCall): Promise<InstanceFacts[]>;
  /** Undefined when the table is gone. */
  table(call: AwsCall, tableName: string): Promise<TableFacts | undefined>;
}
