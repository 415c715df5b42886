/** Texts about endpoints. */
export const endpointMessages = {
  title: 'Endpoints',
  what: 'endpoints',
  empty: 'Nothing of {{entityRef}} answers requests in AWS yet',
  collecting: 'Looking for endpoints for the first time',
  status: {
    live: 'Live',
    updating: 'Updating',
    degraded: 'Degraded',
    failed: 'Failed',
    'not-deployed': 'Not deployed',
    unknown: 'Unknown',
  },
  kind: {
    'rest-api': 'REST API',
    'http-api': 'HTTP API',
    'ecs-service': 'ECS service',
    'sagemaker-endpoint': 'SageMaker endpoint',
  },
  auth: {
    none: 'Open to anyone',
    'api-key': 'API key',
    iam: 'AWS signature (IAM)',
    jwt: 'Bearer token (JWT)',
    unknown: 'Unknown',
  },
  field: {
    auth: 'Authentication',
    account: 'Account',
    region: 'Region',
    kind: 'Kind',
    stack: 'Stack',
    templateVersion: 'Template version',
    deployedAt: 'Deployed',
    url: 'URL of {{name}}',
  },
  noUrl: 'No URL yet: nothing is deployed behind this API.',
  function: {
    title: 'Functions',
    state: 'State',
    update: 'Last update',
    memory: '{{memory}} MB',
    timeout: '{{seconds}} s timeout',
  },
  apiDocs: 'Open API docs',
  apiDocsNamed: 'Open API docs of {{name}}',
  howToCall: 'How to call it',
  request: {
    title: 'Example request',
    what: 'example request',
    apiKey:
      'API_KEY is the output api_key of the stack: terraform output -raw api_key.',
    iam: 'The AWS credentials need execute-api:Invoke on this API; drop the security-token line for long-lived keys.',
    jwt: 'TOKEN comes from the issuer that the API trusts.',
    unknown:
      'How this endpoint authenticates its callers is not known; a header may be missing here.',
  },
} as const;
