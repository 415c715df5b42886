import {
  type DBInstance,
  DescribeDBInstancesCommand,
} from '@aws-sdk/client-rds';
import type { AwsCall, AwsCaller } from './AwsCaller';
import type { AwsClients } from './AwsClients';
import type { InstanceFacts } from './DatabaseSource';
import { readAllPages } from './readAllPages';

/** The most that AWS gives per page. */
const PER_PAGE = 100;
const GIB = 2 ** 30;
const ENGINES: Record<string, string> = {
  postgres: 'PostgreSQL',
  mysql: 'MySQL',
  mariadb: 'MariaDB',
  'aurora-postgresql': 'Aurora PostgreSQL',
  'aurora-mysql': 'Aurora MySQL',
};

/** RDS instances. */
export class InstanceReader {
  constructor(
    private readonly clients: AwsClients,
    private readonly caller: AwsCaller,
  ) {}

  async all(call: AwsCall): Promise<InstanceFacts[]> {
    const instances = await readAllPages<DBInstance>(async Marker => {
      const page = await this.caller.run('DescribeDBInstances', call, options =>
        this.clients
          .rds(call)
          .send(
            new DescribeDBInstancesCommand({ Marker, MaxRecords: PER_PAGE }),
            options,
          ),
      );
      return { items: page.DBInstances, next: page.Marker };
    });
    return instances.map(each => ({
      arn: each.DBInstanceArn ?? '',
      name: each.DBInstanceIdentifier ?? '',
      state: each.DBInstanceStatus ?? '',
      engine: [ENGINES[each.Engine ?? ''] ?? each.Engine, each.EngineVersion]
        .filter(Boolean)
        .join(' '),
      sizeBytes: each.AllocatedStorage && each.AllocatedStorage * GIB,
      encrypted: each.StorageEncrypted,
      deletionProtection: each.DeletionProtection,
      // RDS keeps what it needs for this exactly as long as it keeps backups.
      pointInTimeRecovery:
        each.BackupRetentionPeriod === undefined
          ? undefined
          : each.BackupRetentionPeriod > 0,
      publiclyAccessible: each.PubliclyAccessible,
      backupRetentionDays: each.BackupRetentionPeriod,
      multiAz: each.MultiAZ,
    }));
  }
}
