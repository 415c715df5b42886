import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateIntegrationCommand,
  CreateRouteCommand,
  CreateStageCommand,
  CreateVpcLinkCommand,
} from '@aws-sdk/client-apigatewayv2';
import {
  CloudWatchClient,
  PutMetricAlarmCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  CreateClusterCommand,
  CreateServiceCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { CreateDBInstanceCommand, RDSClient } from '@aws-sdk/client-rds';
import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import { MLINFRA_TAGS } from '@mlinfra/plugin-mlinfra-common';

/** What an entity has in AWS, as far as collectors look at it. */
export interface Platform {
  region: string;
  entityRef: string;
  /** Of everything that is made. */
  name: string;
  stack: string;
}

function clientOptions({ region }: Platform) {
  return { region, credentials: { accessKeyId: 'x', secretAccessKey: 'y' } };
}

function tagMap({ entityRef, stack }: Platform) {
  return {
    [MLINFRA_TAGS.entityRef]: entityRef,
    [MLINFRA_TAGS.stack]: stack,
    [MLINFRA_TAGS.environment]: 'dev',
    [MLINFRA_TAGS.templateVersion]: '0.1.0',
  };
}

function tagList(platform: Platform) {
  return Object.entries(tagMap(platform)).map(([Key, Value]) => ({
    Key,
    Value,
  }));
}

/** A service with two tasks, registered with Cloud Map and with target groups where given. */
export async function createService(
  platform: Platform,
  options: { registryArn?: string; targetGroupArn?: string } = {},
): Promise<string> {
  const ecs = new ECSClient(clientOptions(platform));
  const { name } = platform;
  const tags = Object.entries(tagMap(platform)).map(([key, value]) => ({
    key,
    value,
  }));
  await ecs.send(new CreateClusterCommand({ clusterName: name }));
  await ecs.send(
    new RegisterTaskDefinitionCommand({
      family: name,
      containerDefinitions: [{ name: 'app', image: 'app', memory: 512 }],
    }),
  );
  const { service } = await ecs.send(
    new CreateServiceCommand({
      cluster: name,
      serviceName: name,
      taskDefinition: name,
      desiredCount: 2,
      tags,
      serviceRegistries: options.registryArn
        ? [{ registryArn: options.registryArn }]
        : undefined,
      loadBalancers: options.targetGroupArn
        ? [
            {
              targetGroupArn: options.targetGroupArn,
              containerName: 'app',
              containerPort: 8080,
            },
          ]
        : undefined,
    }),
  );
  return service!.serviceArn!;
}

/** An internet-facing load balancer that listens on port 80, in the default network. */
export async function createBalancer(
  platform: Platform,
): Promise<{ targetGroupArn: string; dnsName: string; listenerArn: string }> {
  const elb = new ElasticLoadBalancingV2Client(clientOptions(platform));
  const { subnets, vpc } = await defaultNetwork(platform.region);
  const { LoadBalancers } = await elb.send(
    new CreateLoadBalancerCommand({
      Name: platform.name,
      Scheme: 'internet-facing',
      Subnets: subnets,
    }),
  );
  const { TargetGroups } = await elb.send(
    new CreateTargetGroupCommand({
      Name: platform.name,
      Protocol: 'HTTP',
      Port: 80,
      TargetType: 'ip',
      VpcId: vpc,
    }),
  );
  const [balancer] = LoadBalancers!;
  const targetGroupArn = TargetGroups![0].TargetGroupArn!;
  const { Listeners } = await elb.send(
    new CreateListenerCommand({
      LoadBalancerArn: balancer.LoadBalancerArn,
      Protocol: 'HTTP',
      Port: 80,
      DefaultActions: [{ Type: 'forward', TargetGroupArn: targetGroupArn }],
    }),
  );
  return {
    targetGroupArn,
    dnsName: balancer.DNSName!,
    listenerArn: Listeners![0].ListenerArn!,
  };
}

/** In EC2's own protocol, as the SDK's client for it is used nowhere else. */
async function defaultNetwork(
  region: string,
): Promise<{ subnets: string[]; vpc: string }> {
  const response = await fetch(`${process.env.AWS_ENDPOINT_URL}/`, {
    method: 'POST',
    headers: {
      Authorization: `AWS4-HMAC-SHA256 Credential=x/20260101/${region}/ec2/aws4_request, SignedHeaders=host, Signature=x`,
    },
    body: new URLSearchParams({
      Action: 'DescribeSubnets',
      Version: '2016-11-15',
    }),
  });
  const text = await response.text();
  const all = (name: string) =>
    [...text.matchAll(new RegExp(`<${name}>([^<]+)</${name}>`, 'g'))].map(
      match => match[1],
    );
  return { subnets: all('subnetId').slice(0, 2), vpc: all('vpcId')[0] };
}

/** An HTTP API whose `POST /predict` leads into a network. */
export async function createLinkedApi(
  platform: Platform,
  targetArn: string,
): Promise<string> {
  const gateway = new ApiGatewayV2Client(clientOptions(platform));
  const { ApiId } = await gateway.send(
    new CreateApiCommand({
      Name: platform.name,
      ProtocolType: 'HTTP',
      Tags: tagMap(platform),
    }),
  );
  const { subnets } = await defaultNetwork(platform.region);
  const { VpcLinkId } = await gateway.send(
    new CreateVpcLinkCommand({ Name: platform.name, SubnetIds: subnets }),
  );
  const { IntegrationId } = await gateway.send(
    new CreateIntegrationCommand({
      ApiId,
      IntegrationType: 'HTTP_PROXY',
      IntegrationMethod: 'ANY',
      IntegrationUri: targetArn,
      ConnectionType: 'VPC_LINK',
      ConnectionId: VpcLinkId,
      PayloadFormatVersion: '1.0',
    }),
  );
  await gateway.send(
    new CreateRouteCommand({
      ApiId,
      RouteKey: 'POST /predict',
      AuthorizationType: 'AWS_IAM',
      Target: `integrations/${IntegrationId}`,
    }),
  );
  await gateway.send(
    new CreateStageCommand({
      ApiId,
      StageName: '$default',
      AutoDeploy: true,
      Tags: tagMap(platform),
    }),
  );
  return ApiId!;
}

/** A serverless SageMaker endpoint. */
export async function createModel(platform: Platform): Promise<string> {
  const sageMaker = new SageMakerClient(clientOptions(platform));
  const { name } = platform;
  const Tags = tagList(platform);
  await sageMaker.send(
    new CreateModelCommand({
      ModelName: name,
      ExecutionRoleArn: 'arn:aws:iam::123456789012:role/model',
      PrimaryContainer: {
        Image: 'xgboost',
        ModelDataUrl: 's3://b/model.tar.gz',
      },
      Tags,
    }),
  );
  await sageMaker.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: `${name}-1`,
      ProductionVariants: [
        {
          VariantName: 'main',
          ModelName: name,
          InitialVariantWeight: 1,
          ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 5 },
        },
      ],
      Tags,
    }),
  );
  const { EndpointArn } = await sageMaker.send(
    new CreateEndpointCommand({
      EndpointName: name,
      EndpointConfigName: `${name}-1`,
      Tags,
    }),
  );
  return EndpointArn!;
}

export async function createTable(platform: Platform): Promise<string> {
  const dynamoDb = new DynamoDBClient(clientOptions(platform));
  const { TableDescription } = await dynamoDb.send(
    new CreateTableCommand({
      TableName: platform.name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      Tags: tagList(platform),
    }),
  );
  return TableDescription!.TableArn!;
}

export async function createInstance(platform: Platform): Promise<string> {
  const rds = new RDSClient(clientOptions(platform));
  const { DBInstance } = await rds.send(
    new CreateDBInstanceCommand({
      DBInstanceIdentifier: platform.name,
      DBInstanceClass: 'db.t4g.micro',
      Engine: 'postgres',
      EngineVersion: '16.4',
      AllocatedStorage: 20,
      MasterUsername: 'main',
      MasterUserPassword: 'not-a-secret-1',
      StorageEncrypted: true,
      BackupRetentionPeriod: 7,
      DeletionProtection: true,
      PubliclyAccessible: false,
      Tags: tagList(platform),
    }),
  );
  return DBInstance!.DBInstanceArn!;
}

/** An alarm on a metric of one of the above, in force. */
export async function createAlarm(
  platform: Platform,
  metric: { namespace: string; name: string; dimensions: object },
): Promise<void> {
  const cloudWatch = new CloudWatchClient(clientOptions(platform));
  const AlarmName = `${platform.name}-${metric.name}`;
  await cloudWatch.send(
    new PutMetricAlarmCommand({
      AlarmName,
      Namespace: metric.namespace,
      MetricName: metric.name,
      Dimensions: Object.entries(metric.dimensions).map(([Name, Value]) => ({
        Name,
        Value,
      })),
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      AlarmActions: ['arn:aws:sns:eu-central-1:123456789012:alerts'],
      Tags: tagList(platform),
    }),
  );
  await cloudWatch.send(
    new SetAlarmStateCommand({
      AlarmName,
      StateValue: 'ALARM',
      StateReason: 'Threshold crossed.',
    }),
  );
}
