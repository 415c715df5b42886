import { isJsonObject } from '../json/isJsonObject';

const MAX_LENGTH = 120;

/** What a service integration does, by `service:action` as in the definition. */
const INTEGRATIONS: Record<string, string> = {
  'apigateway:invoke': 'API Gateway request',
  'athena:startQueryExecution': 'Athena query',
  'batch:submitJob': 'Batch job',
  'bedrock:invokeModel': 'Bedrock model',
  'codebuild:startBuild': 'CodeBuild build',
  'dynamodb:deleteItem': 'DynamoDB delete',
  'dynamodb:getItem': 'DynamoDB read',
  'dynamodb:putItem': 'DynamoDB write',
  'dynamodb:updateItem': 'DynamoDB update',
  'ecs:runTask': 'ECS task',
  'eks:runJob': 'EKS job',
  'events:putEvents': 'EventBridge event',
  'glue:startJobRun': 'Glue job',
  'http:invoke': 'HTTP request',
  'lambda:invoke': 'Lambda function',
  'sagemaker:createEndpoint': 'SageMaker endpoint',
  'sagemaker:createHyperParameterTuningJob': 'SageMaker tuning job',
  'sagemaker:createModel': 'SageMaker model',
  'sagemaker:createProcessingJob': 'SageMaker processing job',
  'sagemaker:createTrainingJob': 'SageMaker training job',
  'sagemaker:createTransformJob': 'SageMaker transform job',
  'sns:publish': 'SNS message',
  'sqs:sendMessage': 'SQS message',
  'states:startExecution': 'Step Functions run',
};

/** Services whose integrations can be waited for, so that not waiting is worth a word. */
const JOBS =
  /^(batch|codebuild|ecs|eks|glue|sagemaker:create\w+Job|athena|states)/;

/** What a Task does in a few words, from its `Resource`. */
export function describeWork(state: Record<string, unknown>): string {
  const { Resource: resource } = state;
  if (typeof resource !== 'string' || resource === '') {
    return 'no resource named';
  }
  return cut(integration(resource, state) ?? direct(resource) ?? resource);
}

/** `arn:aws:states:::ecs:runTask.sync` and the like. */
function integration(
  resource: string,
  state: Record<string, unknown>,
): string | undefined {
  const match =
    /^arn:[^:]+:states:[^:]*:[^:]*:(aws-sdk:)?([\w-]+):([\w]+)(?:\.(sync(?::\d+)?|waitForTaskToken))?$/.exec(
      resource,
    );
  if (!match || match[2] === 'activity') {
    return undefined;
  }
  const [, sdk, service, action, pattern] = match;
  const id = `${service}:${action}`;
  const words = (!sdk && INTEGRATIONS[id]) || `${service} ${action}`;
  const named = id === 'lambda:invoke' ? functionName(state) : undefined;
  const subject = named ? `${words} ${named}` : words;
  if (pattern === 'waitForTaskToken') {
    return `${subject}, waits for an answer`;
  }
  return !pattern && !sdk && JOBS.test(id)
    ? `${subject}, not waited for`
    : subject;
}

/** A function or an activity named by its own ARN. */
function direct(resource: string): string | undefined {
  const lambda = /^arn:[^:]+:lambda:[^:]*:[^:]*:function:([^:]+)/.exec(
    resource,
  );
  if (lambda) {
    return `Lambda function ${lambda[1]}`;
  }
  const activity = /^arn:[^:]+:states:[^:]*:[^:]*:activity:(.+)$/.exec(
    resource,
  );
  return activity ? `Activity ${activity[1]}` : undefined;
}

function functionName(state: Record<string, unknown>): string | undefined {
  const parameters = isJsonObject(state.Arguments)
    ? state.Arguments
    : state.Parameters;
  const name = isJsonObject(parameters) ? parameters.FunctionName : undefined;
  if (typeof name !== 'string' || name.startsWith('{%')) {
    return undefined;
  }
  return /:function:([^:]+)/.exec(name)?.[1] ?? name;
}

function cut(words: string): string {
  return words.length > MAX_LENGTH
    ? `${words.slice(0, MAX_LENGTH - 1)}…`
    : words;
}
