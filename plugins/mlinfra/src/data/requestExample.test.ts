import type { EndpointRequest } from '@mlinfra/plugin-mlinfra-common';
import { execFileSync } from 'node:child_process';
import { requestExample } from './requestExample';

const target = { region: 'eu-central-1', name: 'tabular-churn-dev-model' };

function request(overrides: Partial<EndpointRequest> = {}): EndpointRequest {
  return {
    id: 'POST /predict',
    title: 'Predict',
    method: 'POST',
    url: 'https://example.com/v1/predict',
    auth: 'none',
    contentType: 'application/json',
    body: '{"a": 1}',
    ...overrides,
  };
}

/** The arguments that the first program of an example gets from bash, without running it. */
function wordsOf(example: string): string[] {
  return execFileSync(
    'bash',
    [
      '-c',
      `curl() { printf '%s\\0' "$@"; }; aws() { [ "$1" = configure ] || printf '%s\\0' "$@"; }\n${example}`,
    ],
    {
      env: {
        ...process.env,
        API_KEY: 'key',
        TOKEN: 'token',
        AWS_ACCESS_KEY_ID: 'id',
        AWS_SECRET_ACCESS_KEY: 'secret',
        AWS_SESSION_TOKEN: 'session',
      },
    },
  )
    .toString()
    .split('\0')
    .slice(0, -1);
}

describe('requestExample', () => {
  it('sends the body as it is, with its type and no secret where none is asked for', () => {
    expect(wordsOf(requestExample(request(), target))).toEqual([
      '-X',
      'POST',
      'https://example.com/v1/predict',
      '-H',
      'content-type: application/json',
      '--data-raw',
      '{"a": 1}',
    ]);
  });

  it.each([
    ['api-key', ['-H', 'x-api-key: key']],
    ['jwt', ['-H', 'Authorization: Bearer token']],
    [
      'iam',
      [
        '--aws-sigv4',
        'aws:amz:eu-central-1:execute-api',
        '--user',
        'id:secret',
        '-H',
        'x-amz-security-token: session',
      ],
    ],
  ] as const)('authenticates by %s', (auth, words) => {
    const found = wordsOf(requestExample(request({ auth }), target));
    expect(found.slice(3, 3 + words.length)).toEqual(words);
  });

  it('takes the credentials of a profile before it signs', () => {
    expect(requestExample(request({ auth: 'iam' }), target)).toMatch(
      /^eval "\$\(aws configure export-credentials --format env\)"\ncurl /,
    );
  });

  it('makes up no authentication that is not known', () => {
    expect(
      requestExample(request({ auth: 'unknown', body: undefined }), target),
    ).toBe("curl -X POST 'https://example.com/v1/predict'");
  });

  it('asks SageMaker by the AWS CLI, since its endpoints have no URL of their own', () => {
    const example = requestExample(
      request({ auth: 'iam', signingService: 'sagemaker' }),
      target,
    );
    expect(wordsOf(example)).toEqual([
      'sagemaker-runtime',
      'invoke-endpoint',
      '--region',
      'eu-central-1',
      '--endpoint-name',
      'tabular-churn-dev-model',
      '--content-type',
      'application/json',
      '--cli-binary-format',
      'raw-in-base64-out',
      '--body={"a": 1}',
      '/dev/stdout',
    ]);
  });

  it.each([
    "'; touch owned; '",
    '$(touch owned)',
    '`touch owned`',
    '@/etc/passwd',
    '--output=owned',
    'two\nlines',
    "\u001b[2J' \\",
  ])('lets nothing break out of its place: %j', hostile => {
    const words = wordsOf(
      requestExample(
        request({
          method: hostile,
          url: hostile,
          contentType: hostile,
          body: hostile,
        }),
        target,
      ),
    );
    // An address with brackets brings it.
    expect(words.filter(word => word !== '--globoff')).toEqual([
      '-X',
      hostile,
      '--url',
      hostile,
      '-H',
      `content-type: ${hostile}`,
      '--data-raw',
      hostile,
    ]);
    const invoked = wordsOf(
      requestExample(request({ signingService: 'sagemaker', body: hostile }), {
        region: hostile,
        name: hostile,
      }),
    );
    expect(invoked).toEqual(
      expect.arrayContaining([hostile, `--body=${hostile}`]),
    );
    expect(invoked).toHaveLength(12);
  });

  it('lets curl take no address as a pattern', () => {
    expect(
      requestExample(request({ url: 'https://example.com/{a,b}' }), target),
    ).toContain('--globoff');
  });
});
