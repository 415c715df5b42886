import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import type { AwsCall, AwsCaller } from './AwsCaller';
import type { AwsClients } from './AwsClients';
import type { TableFacts } from './DatabaseSource';
import { unlessGone } from './unlessGone';

/** DynamoDB tables. */
export class TableReader {
  constructor(
    private readonly clients: AwsClients,
    private readonly caller: AwsCaller,
  ) {}

  /** Two calls, as the table itself does not tell of its backups. */
  async details(
    call: AwsCall,
    TableName: string,
  ): Promise<TableFacts | undefined> {
    return unlessGone(async () => {
      const client = this.clients.dynamoDb(call);
      const { Table } = await this.caller.run('DescribeTable', call, options =>
        client.send(new DescribeTableCommand({ TableName }), options),
      );
      const { ContinuousBackupsDescription: backups } = await this.caller.run(
        'DescribeContinuousBackups',
        call,
        options =>
          client.send(
            new DescribeContinuousBackupsCommand({ TableName }),
            options,
          ),
      );
      const status =
        backups?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus;
      return {
        ...facts(TableName, Table),
        pointInTimeRecovery: status && status === 'ENABLED',
      };
    });
  }
}

function facts(name: string, table: TableDescription | undefined): TableFacts {
  const onDemand = table?.BillingModeSummary?.BillingMode === 'PAY_PER_REQUEST';
  return {
    arn: table?.TableArn ?? '',
    name,
    state: table?.TableStatus ?? '',
    engine: onDemand ? 'DynamoDB, on demand' : 'DynamoDB, provisioned',
    sizeBytes: table?.TableSizeBytes,
    itemCount: table?.ItemCount,
    // AWS encrypts every table; what it leaves out is that it does so with a key of its own.
    encrypted: true,
    deletionProtection: table?.DeletionProtectionEnabled,
  };
}
