import type { Region } from '@mlinfra/plugin-mlinfra-common';
import { partitionOf } from '../aws/partition';

/** Console page of an API. */
export function apiConsoleUrl(
  kind: 'rest-api' | 'http-api',
  apiId: string,
  region: Region,
): string {
  const page =
    kind === 'rest-api'
      ? `main/apis/${encodeURIComponent(apiId)}/stages`
      : 'main/api-detail';
  const query = new URLSearchParams({ api: apiId, region });
  return `${consoleHost(region)}/apigateway/${page}?${query}`;
}

/** Console page of a Lambda function. */
export function functionConsoleUrl(name: string, region: Region): string {
  const query = new URLSearchParams({ region });
  return `${consoleHost(
    region,
  )}/lambda/home?${query}#/functions/${encodeURIComponent(name)}`;
}

/** Console page of a budget; `region` only tells the partition. */
export function budgetConsoleUrl(name: string, region: Region): string {
  const { globalRegion } = partitionOf(region);
  return `${consoleHost(
    globalRegion,
  )}/costmanagement/home#/budgets/details?name=${encodeURIComponent(name)}`;
}

/** Console page of a state machine. */
export function stateMachineConsoleUrl(arn: string, region: Region): string {
  return statesConsoleUrl('statemachines/view', arn, region);
}

/** Console page of an execution of a standard state machine. */
export function executionConsoleUrl(arn: string, region: Region): string {
  return statesConsoleUrl('v2/executions/details', arn, region);
}

/** Console page of an ECS service. */
export function serviceConsoleUrl(
  cluster: string,
  name: string,
  region: Region,
): string {
  const query = new URLSearchParams({ region });
  return `${consoleHost(region)}/ecs/v2/clusters/${encodeURIComponent(
    cluster,
  )}/services/${encodeURIComponent(name)}/health?${query}`;
}

/** Console page of a SageMaker endpoint. */
export function modelConsoleUrl(name: string, region: Region): string {
  return homeUrl('sagemaker', `/endpoints/${encodeURIComponent(name)}`, region);
}

/** Console page of an RDS instance. */
export function instanceConsoleUrl(name: string, region: Region): string {
  return homeUrl(
    'rds',
    `database:id=${encodeURIComponent(name)};is-cluster=false`,
    region,
  );
}

/** Console page of a DynamoDB table. */
export function tableConsoleUrl(name: string, region: Region): string {
  return homeUrl(
    'dynamodbv2',
    `table?name=${encodeURIComponent(name)}`,
    region,
  );
}

/** Console page of an alarm. */
export function alarmConsoleUrl(name: string, region: Region): string {
  return homeUrl(
    'cloudwatch',
    `alarmsV2:alarm/${encodeURIComponent(name)}`,
    region,
  );
}

function homeUrl(service: string, page: string, region: Region): string {
  const query = new URLSearchParams({ region });
  return `${consoleHost(region)}/${service}/home?${query}#${page}`;
}

function statesConsoleUrl(page: string, arn: string, region: Region): string {
  const query = new URLSearchParams({ region });
  return `${consoleHost(
    region,
  )}/states/home?${query}#/${page}/${encodeURIComponent(arn)}`;
}

function consoleHost(region: Region): string {
  switch (partitionOf(region).id) {
    case 'aws-cn':
      return `https://${region}.console.amazonaws.cn`;
    case 'aws-us-gov':
      return `https://${region}.console.amazonaws-us-gov.com`;
    default:
      return `https://${region}.console.aws.amazon.com`;
  }
}
