import { endpoint } from '../testing/fixtures';
import { curlExample } from './curlExample';

const url = 'https://example.com/v1/predict';

describe('curlExample', () => {
  it.each([
    ['api-key', '-H "x-api-key: $API_KEY"'],
    ['jwt', '-H "Authorization: Bearer $TOKEN"'],
    ['iam', "--aws-sigv4 'aws:amz:eu-central-1:execute-api'"],
  ] as const)('A5 authenticates by %s', (auth, header) => {
    const request = curlExample(endpoint({ auth }), url);
    expect(request).toContain(`curl -X POST '${url}'`);
    expect(request).toContain(header);
    expect(request).toContain(`-F 'audio=@sample.wav'`);
  });

  it.each(['none', 'unknown'] as const)(
    'A5 makes up no authentication for %s',
    auth => {
      expect(curlExample(endpoint({ auth }), url)).not.toMatch(/-H|--user/);
    },
  );

  it('A3 sends audio only to a stack that takes it', () => {
    const request = curlExample(
      endpoint({ auth: 'none', stack: undefined, method: undefined }),
      url,
    );
    expect(request).toBe(`curl -X GET '${url}'`);
  });

  it('CH6 sends a body that the stack’s service answers', () => {
    const request = curlExample(
      endpoint({ auth: 'none', stack: 'churn' }),
      'https://example.com/predict',
    );
    expect(request).toContain("-H 'content-type: application/json'");
    expect(request).toContain('"tenure_months"');
  });

  it('lets no URL break out of its quotes', () => {
    const request = curlExample(
      endpoint({ auth: 'none', stack: undefined }),
      `https://example.com/'; rm -rf ~; '`,
    );
    expect(request).toBe(
      `curl -X POST 'https://example.com/'\\''; rm -rf ~; '\\'''`,
    );
  });
});
