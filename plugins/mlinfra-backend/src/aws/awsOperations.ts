/** One AWS operation that is called, and what a role needs to be allowed to call it. */
export interface AwsOperation {
  /** What `CollectionError.operation` shows. */
  name: string;
  /** Absent where AWS asks for no permission. */
  action?: string;
  /** `*` where the action cannot be narrowed to resources. `${region}` and the like stay open. */
  resources: readonly string[];
  /** True where it changes something, or reads a secret, which only a person asks for. */
  acting?: true;
  /** True where it is no command of the SDK, but a request that is signed here. */
  signed?: true;
}

/**
 * Every AWS operation of this plugin, by the SDK's command. Nothing else may
 * be called: tests hold this list against the commands in the source and
 * against the policy in the README.
 */
export const AWS_OPERATIONS = {
  GetCallerIdentity: { name: 'sts:GetCallerIdentity', resources: [] },
  'tagging.GetResources': {
    name: 'tag:GetResources',
    action: 'tag:GetResources',
    resources: ['*'],
  },
  GetRestApis: apiGateway('GetRestApis', '/restapis'),
  'rest.GetStages': apiGateway('GetStages', '/restapis/*/stages'),
  'rest.GetResources': apiGateway('GetResources', '/restapis/*/resources'),
  'rest.GetVpcLinks': apiGateway('GetVpcLinks', '/vpclinks'),
  'http.GetVpcLinks': apiGateway('GetVpcLinks', '/vpclinks'),
  GetApis: apiGateway('GetApis', '/apis'),
  'http.GetStages': apiGateway('GetStages', '/apis/*/stages'),
  GetRoutes: apiGateway('GetRoutes', '/apis/*/routes'),
  GetIntegrations: apiGateway('GetIntegrations', '/apis/*/integrations'),
  ListFunctions: {
    name: 'lambda:ListFunctions',
    action: 'lambda:ListFunctions',
    resources: ['*'],
  },
  GetFunctionConfiguration: {
    name: 'lambda:GetFunctionConfiguration',
    action: 'lambda:GetFunctionConfiguration',
    resources: ['arn:aws:lambda:*:*:function:*'],
  },
  DescribeClusters: anywhere('ecs:DescribeClusters'),
  DescribeServices: anywhere('ecs:DescribeServices'),
  ListTasks: anywhere('ecs:ListTasks'),
  DescribeTasks: anywhere('ecs:DescribeTasks'),
  DescribeLoadBalancers: anywhere('elasticloadbalancing:DescribeLoadBalancers'),
  DescribeTargetGroups: anywhere('elasticloadbalancing:DescribeTargetGroups'),
  DescribeListeners: anywhere('elasticloadbalancing:DescribeListeners'),
  DescribeTargetHealth: anywhere('elasticloadbalancing:DescribeTargetHealth'),
  ListEndpoints: anywhere('sagemaker:ListEndpoints'),
  DescribeEndpoint: {
    name: 'sagemaker:DescribeEndpoint',
    action: 'sagemaker:DescribeEndpoint',
    resources: ['arn:aws:sagemaker:*:*:endpoint/*'],
  },
  DescribeEndpointConfig: {
    name: 'sagemaker:DescribeEndpointConfig',
    action: 'sagemaker:DescribeEndpointConfig',
    resources: ['arn:aws:sagemaker:*:*:endpoint-config/*'],
  },
  DescribeDBInstances: {
    name: 'rds:DescribeDBInstances',
    action: 'rds:DescribeDBInstances',
    resources: ['arn:aws:rds:*:*:db:*'],
  },
  DescribeTable: dynamoDb('DescribeTable'),
  DescribeContinuousBackups: dynamoDb('DescribeContinuousBackups'),
  DescribeAlarms: anywhere('cloudwatch:DescribeAlarms'),
  DescribeBudgets: {
    name: 'budgets:DescribeBudgets',
    action: 'budgets:ViewBudget',
    resources: ['arn:aws:budgets::*:budget/*'],
  },
  ListTagsForResource: {
    name: 'budgets:ListTagsForResource',
    action: 'budgets:ListTagsForResource',
    resources: ['arn:aws:budgets::*:budget/*'],
  },
  DescribeStateMachine: states('DescribeStateMachine', 'stateMachine'),
  ListExecutions: states('ListExecutions', 'stateMachine'),
  DescribeExecution: states('DescribeExecution', 'execution'),
  GetExecutionHistory: states('GetExecutionHistory', 'execution'),
  DescribeStateMachineForExecution: states(
    'DescribeStateMachineForExecution',
    'execution',
  ),
  DescribeTaskDefinition: {
    name: 'ecs:DescribeTaskDefinition',
    action: 'ecs:DescribeTaskDefinition',
    resources: ['*'],
  },
  GetParameter: {
    name: 'ssm:GetParameter',
    action: 'ssm:GetParameter',
    resources: ['arn:aws:ssm:*:*:parameter/mlinfra/pipelines/*'],
  },
  GetLogEvents: {
    name: 'logs:GetLogEvents',
    action: 'logs:GetLogEvents',
    resources: ['arn:aws:logs:*:*:log-group:*:log-stream:*'],
  },
  GetMetricData: anywhere('cloudwatch:GetMetricData'),
  StartExecution: {
    ...states('StartExecution', 'stateMachine'),
    acting: true,
  },
  StopExecution: { ...states('StopExecution', 'execution'), acting: true },
  RedriveExecution: {
    ...states('RedriveExecution', 'execution'),
    acting: true,
  },
  InvokeApi: {
    name: 'execute-api:Invoke',
    action: 'execute-api:Invoke',
    resources: ['arn:aws:execute-api:*:*:*'],
    acting: true,
    signed: true,
  },
  InvokeEndpoint: {
    name: 'sagemaker:InvokeEndpoint',
    action: 'sagemaker:InvokeEndpoint',
    resources: ['arn:aws:sagemaker:*:*:endpoint/*'],
    acting: true,
  },
  GetUsagePlans: {
    ...apiGateway('GetUsagePlans', '/usageplans'),
    acting: true,
  },
  GetUsagePlanKeys: {
    ...apiGateway('GetUsagePlanKeys', '/usageplans/*/keys'),
    acting: true,
  },
  GetApiKey: { ...apiGateway('GetApiKey', '/apikeys/*'), acting: true },
} as const satisfies Record<string, AwsOperation>;

export type AwsOperationId = keyof typeof AWS_OPERATIONS;

function apiGateway(operation: string, path: string) {
  return {
    name: `apigateway:${operation}`,
    action: 'apigateway:GET',
    resources: [`arn:aws:apigateway:*::${path}`],
  };
}

/** AWS cannot narrow it, or what it asks about is named in no way that a role could list. */
function anywhere<const Name extends string>(name: Name) {
  return { name, action: name, resources: ['*'] };
}

function dynamoDb(operation: string) {
  return {
    name: `dynamodb:${operation}`,
    action: `dynamodb:${operation}`,
    resources: ['arn:aws:dynamodb:*:*:table/*'],
  };
}

function states(operation: string, resource: 'stateMachine' | 'execution') {
  return {
    name: `states:${operation}`,
    action: `states:${operation}`,
    resources: [`arn:aws:states:*:*:${resource}:*`],
  };
}
