// @ts-check
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import {
  CreateClusterCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs';
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import {
  CreateStateMachineCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { root } from '../bootstrap/paths.mjs';
import { registerContainers } from '../emulator/containers.mjs';
import { demoPipeline, demoRuns } from './demoPipeline.mjs';

const SERVICE = path.join(root, 'templates/services/compression-pipeline');
const DEFINITION = new URL('./compressionPipeline.asl.json', import.meta.url);

/**
 * Makes the demo team's pipeline in the emulated AWS.
 *
 * @param {{ endpoint: string, accountId: string, client: import('./seed.mjs').DemoClient }} target
 * @returns {Promise<{ stateMachineArn: string, bucket: string, table: string }>}
 */
export async function seedPipeline({ endpoint, accountId, client }) {
  const { prefix, region, tags, steps, cpu, memory } = demoPipeline;
  const settings = { ...client, region };
  const image = `${accountId}.dkr.ecr.${region}.amazonaws.com/${prefix}-steps`;
  const names = {
    bucket: `${prefix}-models-${accountId}`,
    table: `${prefix}-jobs`,
    cluster: `${prefix}-cluster`,
    machine: `${prefix}-pipeline`,
  };
  const role = await createRole(settings, `${prefix}-pipeline`);
  await new S3Client({ ...settings, forcePathStyle: true }).send(
    new CreateBucketCommand({
      Bucket: names.bucket,
      CreateBucketConfiguration: {
        LocationConstraint:
          /** @type {import('@aws-sdk/client-s3').BucketLocationConstraint} */ (
            region
          ),
      },
    }),
  );
  await new DynamoDBClient(settings).send(
    new CreateTableCommand({
      TableName: names.table,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    }),
  );
  const ecs = new ECSClient(settings);
  const cluster = await ecs.send(
    new CreateClusterCommand({ clusterName: names.cluster }),
  );
  const logs = new CloudWatchLogsClient(settings);
  for (const step of steps) {
    const logGroupName = `/ecs/${prefix}-${step}`;
    await logs.send(new CreateLogGroupCommand({ logGroupName }));
    await ecs.send(
      new RegisterTaskDefinitionCommand({
        family: `${prefix}-${step}`,
        requiresCompatibilities: ['FARGATE'],
        networkMode: 'awsvpc',
        cpu,
        memory,
        executionRoleArn: role,
        taskRoleArn: role,
        containerDefinitions: [
          {
            name: step,
            image: `${image}:demo`,
            cpu: Number(cpu),
            memory: Number(memory),
            essential: true,
            environment: Object.entries({
              STEP: step,
              MODEL_BUCKET: names.bucket,
              JOB_TABLE: names.table,
            }).map(([name, value]) => ({ name, value })),
            logConfiguration: {
              logDriver: 'awslogs',
              options: {
                'awslogs-group': logGroupName,
                'awslogs-region': region,
                'awslogs-stream-prefix': 'run',
              },
            },
          },
        ],
      }),
    );
  }
  await registerContainers(endpoint, {
    image,
    directory: path.join(SERVICE, 'steps'),
    minimumSeconds: 1,
  });
  await new SSMClient(settings).send(
    new PutParameterCommand({
      Name: `/mlinfra/pipelines/${names.machine}`,
      Type: 'String',
      Value: JSON.stringify(
        JSON.parse(await readFile(path.join(SERVICE, 'contract.json'), 'utf8')),
      ),
    }),
  );
  const { stateMachineArn } = await new SFNClient(settings).send(
    new CreateStateMachineCommand({
      name: names.machine,
      roleArn: role,
      definition: filled(await readFile(DEFINITION, 'utf8'), {
        cluster: String(cluster.cluster?.clusterArn),
        table: names.table,
        bucket: names.bucket,
        ...(await network(settings)),
        ...Object.fromEntries(
          steps.map(step => [`task_${step}`, `${prefix}-${step}`]),
        ),
      }),
      tags: Object.entries(tags).map(([key, value]) => ({ key, value })),
    }),
  );
  return {
    stateMachineArn: String(stateMachineArn),
    bucket: names.bucket,
    table: names.table,
  };
}

/**
 * Starts the runs that a visitor finds. They take their time while the portal
 * can be used already.
 *
 * @param {{ client: import('./seed.mjs').DemoClient, stateMachineArn: string }} target
 */
export async function startDemoRuns({ client, stateMachineArn }) {
  const functions = new SFNClient({ ...client, region: demoPipeline.region });
  for (const { name, input } of demoRuns) {
    await functions.send(
      new StartExecutionCommand({
        stateMachineArn,
        name,
        input: JSON.stringify(input),
      }),
    );
  }
}

/**
 * @param {string} text with `${name}` where a value belongs
 * @param {Record<string, string>} values
 */
function filled(text, values) {
  return text.replace(/\$\{([a-z_]+)\}/g, (_, name) => {
    if (values[name] === undefined) {
      throw new Error(
        `${DEFINITION.pathname} names \${${name}}, which has no value`,
      );
    }
    return values[name];
  });
}

/**
 * The default network, which every account has.
 *
 * @param {import('./seed.mjs').DemoClient & { region: string }} settings
 */
async function network(settings) {
  const ec2 = new EC2Client(settings);
  const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}));
  const { SecurityGroups = [] } = await ec2.send(
    new DescribeSecurityGroupsCommand({}),
  );
  return {
    subnet: String(Subnets[0]?.SubnetId),
    security_group: String(SecurityGroups[0]?.GroupId),
  };
}

/**
 * @param {import('./seed.mjs').DemoClient & { region: string }} settings
 * @param {string} name
 */
async function createRole(settings, name) {
  const { Role } = await new IAMClient(settings).send(
    new CreateRoleCommand({
      RoleName: name,
      AssumeRolePolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: {
              Service: ['states.amazonaws.com', 'ecs-tasks.amazonaws.com'],
            },
            Action: 'sts:AssumeRole',
          },
        ],
      }),
    }),
  );
  return String(Role?.Arn);
}
