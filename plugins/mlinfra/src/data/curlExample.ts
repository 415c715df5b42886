import type { Endpoint } from '@mlinfra/plugin-mlinfra-common';

/**
 * A request to an endpoint, to paste into a shell: the right method, the
 * right authentication header, and the body that the stack's service takes.
 */
export function curlExample(endpoint: Endpoint, url: string): string {
  const lines = [
    `curl -X ${endpoint.method ?? 'GET'} ${shellQuote(url)}`,
    ...authentication(endpoint),
  ];
  if (endpoint.stack === 'inference-api') {
    lines.push(`-F 'audio=@sample.wav'`);
  }
  return lines.join(' \\\n  ');
}

function authentication({ auth, region }: Endpoint): string[] {
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

function shellQuote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
