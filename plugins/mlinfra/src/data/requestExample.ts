import type {
  EndpointAuth,
  EndpointRequest,
  Region,
} from '@mlinfra/plugin-mlinfra-common';
import { shellQuote } from './shellQuote';

/** Characters that curl takes as a pattern of several addresses. */
const CURL_PATTERN = /[[\]{}]/;

/** Where a request goes, apart from its URL. */
export interface RequestTarget {
  region: Region;
  /** Name of the SageMaker endpoint, for requests of its runtime. */
  name: string;
}

/** A request to paste into a shell, with the right authentication. */
export function requestExample(
  request: EndpointRequest,
  target: RequestTarget,
): string {
  return request.signingService === 'sagemaker'
    ? invokeEndpoint(request, target)
    : curl(request, target);
}

/** The arguments of curl that prove who sends a request. */
export function curlAuthentication(
  auth: EndpointAuth,
  region: Region,
): string[] {
  switch (auth) {
    case 'api-key':
      return ['-H "x-api-key: $API_KEY"'];
    case 'jwt':
      return ['-H "Authorization: Bearer $TOKEN"'];
    case 'iam':
      return [
        `--aws-sigv4 ${shellQuote(`aws:amz:${region}:execute-api`)}`,
        '--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"',
        '-H "x-amz-security-token: $AWS_SESSION_TOKEN"',
      ];
    default:
      return [];
  }
}

function curl(request: EndpointRequest, { region }: RequestTarget): string {
  const { method, url, auth, contentType, body } = request;
  const command = [
    `curl -X ${/^[A-Z]+$/.test(method) ? method : shellQuote(method)} ${
      // Only behind --url is an address that begins with a dash no option.
      url.startsWith('https://') ? '' : '--url '
    }${shellQuote(url)}`,
    ...(CURL_PATTERN.test(url) ? ['--globoff'] : []),
    ...curlAuthentication(auth, region),
    ...(contentType && body !== undefined
      ? [`-H ${shellQuote(`content-type: ${contentType}`)}`]
      : []),
    // --data would read a file where the body begins with an at sign.
    ...(body === undefined ? [] : [`--data-raw ${shellQuote(body)}`]),
  ];
  const credentials =
    auth === 'iam'
      ? ['eval "$(aws configure export-credentials --format env)"']
      : [];
  return [...credentials, command.join(' \\\n  ')].join('\n');
}

function invokeEndpoint(
  { contentType, body }: EndpointRequest,
  { region, name }: RequestTarget,
): string {
  return [
    'aws sagemaker-runtime invoke-endpoint',
    `--region ${shellQuote(region)}`,
    `--endpoint-name ${shellQuote(name)}`,
    ...(contentType ? [`--content-type ${shellQuote(contentType)}`] : []),
    '--cli-binary-format raw-in-base64-out',
    ...(body === undefined ? [] : [`--body=${shellQuote(body)}`]),
    '/dev/stdout',
  ].join(' \\\n  ');
}
