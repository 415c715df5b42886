// @ts-check
import {
  CreateTableCommand,
  DynamoDBClient,
  UpdateContinuousBackupsCommand,
} from '@aws-sdk/client-dynamodb';
import { CreateDBInstanceCommand, RDSClient } from '@aws-sdk/client-rds';

/**
 * Makes a table with point-in-time recovery.
 *
 * @param {import('./seed.mjs').DemoClient & { region: string }} client
 * @param {{ name: string, tags: Record<string, string> }} demo
 */
export async function seedTable(client, demo) {
  const dynamo = new DynamoDBClient(client);
  await dynamo.send(
    new CreateTableCommand({
      TableName: demo.name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      SSESpecification: { Enabled: true },
      Tags: Object.entries(demo.tags).map(([Key, Value]) => ({ Key, Value })),
    }),
  );
  await dynamo.send(
    new UpdateContinuousBackupsCommand({
      TableName: demo.name,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    }),
  );
}

/**
 * Makes a private PostgreSQL whose password AWS keeps.
 *
 * @param {import('./seed.mjs').DemoClient & { region: string }} client
 * @param {{ name: string, tags: Record<string, string>, version: string, storageGib: number }} demo
 */
export async function seedPostgres(client, demo) {
  await new RDSClient(client).send(
    new CreateDBInstanceCommand({
      DBInstanceIdentifier: demo.name,
      Engine: 'postgres',
      EngineVersion: demo.version,
      DBInstanceClass: 'db.t4g.micro',
      AllocatedStorage: demo.storageGib,
      MasterUsername: 'mlinfra',
      ManageMasterUserPassword: true,
      StorageEncrypted: true,
      PubliclyAccessible: false,
      BackupRetentionPeriod: 7,
      DeletionProtection: true,
      Tags: Object.entries(demo.tags).map(([Key, Value]) => ({ Key, Value })),
    }),
  );
}
