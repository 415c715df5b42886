/** Texts of an endpoint's page. */
export const endpointPageMessages = {
  what: 'the endpoint',
  all: 'All endpoints',
  notFound: {
    title: 'There is no endpoint {{key}} to show',
    description:
      'Either its address is wrong, or it belongs to an entity that you may not see, or it was removed from AWS. Look for it in the list of endpoints; if it should be there, ask someone of the team that owns it.',
  },
  field: {
    entity: 'Entity',
    environment: 'Environment',
    account: 'Account and region',
  },
  section: {
    alarms: 'Alarms',
    metrics: 'Metrics',
    requests: 'Requests',
    details: 'What answers',
    deployments: 'Deployments',
  },
  range: {
    label: 'Time range',
    '3h': '3 hours',
    '24h': '24 hours',
    '7d': '7 days',
  },
  metrics: {
    what: 'metrics',
    asOf: 'Read from CloudWatch {{age}}, times in UTC',
    none: 'AWS measures nothing of this kind of endpoint.',
    failed: 'Some metrics could not be read',
    hint: 'Point at a chart, or go through it with the arrow keys, to read its values.',
  },
  chart: {
    invocations: 'Requests',
    errors: 'Errors',
    latency: 'Latency',
    resources: 'CPU and memory',
    line: {
      invocations: 'Requests',
      errors: 'Errors',
      'latency-p50': 'p50',
      'latency-p95': 'p95',
      cpu: 'CPU',
      memory: 'Memory',
    },
    readout: '{{chart}}: read values by time',
    at: '{{time}}: {{values}}',
    value: '{{line}} {{value}}',
    notMeasured: 'not measured',
    total: '{{value}} in all, at most {{peak}} in {{period}}',
    highest: 'highest {{value}}',
    empty: 'Nothing was measured in this time.',
    period: {
      minute: 'a minute',
      minutes: '{{number}} minutes',
      hour: 'an hour',
    },
  },
  request: {
    none: 'Nothing is known of the requests that it answers, so there is no example.',
    audio: 'Example request with audio',
    choice: 'Request',
    what: 'example request {{id}}',
    apiKey:
      'API_KEY is the output api_key of the stack; whoever may read its state gets it with: terraform -chdir={{root}} output -raw api_key',
    apiKeyAnyStack:
      'API_KEY is in the output api_key of the stack that made it: terraform output -raw api_key.',
    iam: 'The first line takes the credentials of your AWS profile (AWS CLI 2; choose one by AWS_PROFILE). They need execute-api:Invoke on this API. Drop the security-token line for long-lived keys.',
    sagemaker:
      'Takes the AWS CLI 2 with credentials that may call sagemaker:InvokeEndpoint; choose a profile by AWS_PROFILE.',
    jwt: 'TOKEN is an access token of the issuer that the API trusts.',
    unknown:
      'How this request proves who sends it is not known; a header may be missing here.',
  },
  tryIt: {
    title: 'Try it',
    description:
      'The portal sends the request for you, and the audit log says that you did.',
    descriptionSigned:
      'The portal signs the request and sends it for you, and the audit log says that you did.',
    descriptionKey:
      'The portal sends the request for you with a key of the API, and the audit log says that you did.',
    body: 'Body',
    bodyType: 'Sent as {{type}}',
    size: '{{size}} of at most {{limit}}',
    tooLarge:
      'The body is {{size}}, and at most {{limit}} can be sent from here. Shorten it, or send it from a shell with the example above.',
    notJson: 'This is no valid JSON ({{problem}}). It is sent as it stands.',
    restore: 'Back to the example',
    token: 'Bearer token',
    tokenDescription:
      'Goes with this request to the endpoint. The portal neither keeps nor logs it.',
    send: 'Send request',
    sendAgain: 'Send again',
    sending: 'Waiting for the answer',
    confirm: {
      title: 'Send a request to {{environment}}?',
      description:
        '{{request}} goes to {{name}} in {{environment}}, account {{account}}. It does there what the same request of a customer does.',
      button: 'Send to {{environment}}',
    },
    off: {
      'switched-off': 'Trying endpoints is switched off in this portal',
      'no-permission': 'You may not send requests from here',
      'not-live': 'It cannot answer now',
      'not-reachable': 'The portal cannot reach it',
      'no-example': 'There is nothing to send',
      other: 'No request can be sent from here',
    },
    answer: {
      title: 'Answer to {{request}}',
      status: 'Status {{status}}',
      took: 'after {{duration}}',
      announced: 'The endpoint answered with status {{status}}.',
      headers_one: '{{count}} header',
      headers_other: '{{count}} headers',
      body: 'body of the answer',
      empty: 'The answer has no body.',
      binary: 'The body is not text, so it is not shown.',
      truncated:
        'Only the first 64 KiB of the body are shown. Send the request from a shell to see all of it.',
      errorStatus: 'The endpoint took the request and answered with an error.',
    },
    error: {
      'too-many': 'Too many requests were sent from here',
      'not-allowed': 'You may not send requests from here',
      'not-found': 'The endpoint is not there any more',
      'too-large': 'The body is too large',
      refused: 'The request was not sent',
      conflict: 'It cannot answer now',
      timeout: 'The endpoint did not answer in time',
      'no-answer': 'There is no answer of the endpoint',
      unanswered: 'No answer came from the portal',
      other: 'The request failed',
      retryIn_one: 'Send it again in {{count}} second.',
      retryIn_other: 'Send it again in {{count}} seconds.',
      permission:
        'The permission mlinfra.endpoint.invoke is missing. Ask the owners of the portal for it.',
      unansweredHint:
        'It is not known whether the request reached the endpoint. Send it again only if twice does no harm.',
    },
  },
} as const;
