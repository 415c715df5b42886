import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as AWS would understand it. */
export interface StandInRequest {
  /** For example `apigateway:GetRestApis`. */
  operation: string;
  region: string;
  accessKeyId: string;
  path: string;
  query: URLSearchParams;
  /** JSON or form fields. */
  body: Record<string, unknown>;
}

export interface StandInAnswer {
  status?: number;
  /** Objects are sent as JSON, strings as XML. */
  body: unknown;
  headers?: Record<string, string>;
}

type Handler = (
  request: StandInRequest,
) => StandInAnswer | Promise<StandInAnswer>;

const REST_OPERATIONS: [RegExp, string][] = [
  [/^\/restapis$/, 'apigateway:GetRestApis'],
  [/^\/restapis\/[^/]+\/stages$/, 'apigateway:GetStages'],
  [/^\/restapis\/[^/]+\/resources$/, 'apigateway:GetResources'],
  [/^\/vpclinks$/, 'apigateway:GetVpcLinks'],
  [/^\/v2\/apis$/, 'apigatewayv2:GetApis'],
  [/^\/v2\/vpclinks$/, 'apigatewayv2:GetVpcLinks'],
  [/^\/v2\/apis\/[^/]+\/stages$/, 'apigatewayv2:GetStages'],
  [/^\/v2\/apis\/[^/]+\/routes$/, 'apigatewayv2:GetRoutes'],
  [/^\/v2\/apis\/[^/]+\/integrations$/, 'apigatewayv2:GetIntegrations'],
  [/^\/2015-03-31\/functions\/?$/, 'lambda:ListFunctions'],
  [
    /^\/2015-03-31\/functions\/[^/]+\/configuration$/,
    'lambda:GetFunctionConfiguration',
  ],
];
/** Services of which every operation is named alike, by the prefix of their targets. */
const JSON_SERVICES: Record<string, string> = {
  AWSStepFunctions: 'states',
  AmazonEC2ContainerServiceV20141113: 'ecs',
  SageMaker: 'sagemaker',
  DynamoDB_20120810: 'dynamodb',
  GraniteServiceVersion20100801: 'cloudwatch',
};
/** Services that answer in XML. */
const XML_SERVICES = ['sts', 'rds', 'elasticloadbalancing'];
const TARGETS: Record<string, string> = {
  'ResourceGroupsTaggingAPI_20170126.GetResources': 'tagging:GetResources',
  'AmazonSSM.GetParameter': 'ssm:GetParameter',
  'Logs_20140328.GetLogEvents': 'logs:GetLogEvents',
  'AWSBudgetServiceGateway.DescribeBudgets': 'budgets:DescribeBudgets',
  'AWSBudgetServiceGateway.ListTagsForResource': 'budgets:ListTagsForResource',
};

/** A local HTTP server that the real SDK talks to; it answers what a test tells it to. */
export class AwsStandIn {
  readonly requests: StandInRequest[] = [];
  private readonly handlers = new Map<string, Handler>();
  private server?: Server;

  /** Starts listening, and points the SDK at itself. */
  async start(): Promise<void> {
    this.server = createServer((request, response) => {
      this.answer(request).then(
        answer => {
          const xml = typeof answer.body === 'string';
          response.writeHead(answer.status ?? 200, {
            'Content-Type': xml ? 'text/xml' : 'application/x-amz-json-1.1',
            ...answer.headers,
          });
          response.end(xml ? answer.body : JSON.stringify(answer.body));
        },
        error => {
          response.writeHead(500);
          response.end(JSON.stringify({ message: String(error) }));
        },
      );
    });
    await new Promise<void>(resolve =>
      this.server!.listen(0, '127.0.0.1', resolve),
    );
    const { port } = this.server.address() as AddressInfo;
    process.env.AWS_ENDPOINT_URL = `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    delete process.env.AWS_ENDPOINT_URL;
    this.server?.closeAllConnections();
    await new Promise(resolve => this.server?.close(resolve));
  }

  on(operation: string, handler: Handler): this {
    this.handlers.set(operation, handler);
    return this;
  }

  /** AWS's own form of an error, for each protocol. */
  fail(operation: string, code: string, status = 400): this {
    return this.on(operation, () =>
      XML_SERVICES.includes(operation.split(':')[0])
        ? {
            status,
            body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>as asked for by a test</Message></Error></ErrorResponse>`,
          }
        : {
            status,
            body: { __type: code, message: 'as asked for by a test' },
            headers: { 'x-amzn-ErrorType': code },
          },
    );
  }

  count(operation: string): number {
    return this.requests.filter(each => each.operation === operation).length;
  }

  private async answer(message: IncomingMessage): Promise<StandInAnswer> {
    const request = await read(message);
    this.requests.push(request);
    const handler = this.handlers.get(request.operation);
    if (!handler) {
      throw new Error(`the test does not expect ${request.operation}`);
    }
    return handler(request);
  }
}

async function read(message: IncomingMessage): Promise<StandInRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) {
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString();
  const url = new URL(message.url ?? '/', 'http://aws');
  const target = message.headers['x-amz-target'];
  const scope = /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\//.exec(
    message.headers.authorization ?? '',
  );
  const form =
    message.headers['content-type']?.includes('form-urlencoded') ?? false;
  const body = form
    ? Object.fromEntries(new URLSearchParams(text))
    : JSON.parse(text || '{}');
  const rest = REST_OPERATIONS.find(([path]) => path.test(url.pathname))?.[1];
  return {
    operation: form
      ? `${scope?.[3] ?? 'sts'}:${body.Action}`
      : named(target) ??
        TARGETS[String(target)] ??
        rest ??
        `unknown ${url.pathname}`,
    accessKeyId: scope?.[1] ?? '',
    region: scope?.[2] ?? '',
    path: url.pathname,
    query: url.searchParams,
    body,
  };
}

function named(target: unknown): string | undefined {
  const [prefix, operation] = String(target).split('.');
  const service = JSON_SERVICES[prefix];
  return service && operation && `${service}:${operation}`;
}
