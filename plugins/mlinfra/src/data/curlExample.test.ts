import { endpoint } from '../testing/fixtures';
import { curlExample } from './curlExample';

const url = 'https://example.com/v1/predict';

describe('curlExample', () => {
  it.each([
    ['none', undefined],
    ['unknown', undefined],
    ['api-key', '-H "x-api-key: $API_KEY"'],
    ['jwt', '-H "Authorization: Bearer $TOKEN"'],
    ['iam', "--aws-sigv4 'aws:amz:eu-central-1:execute-api'"],
  ] as const)('A5 authenticates by %s', (auth, header) => {
    const request = curlExample(endpoint({ auth }), url);
    expect(request).toContain(`curl -X POST '${url}'`);
    expect(request).toContain(`-F 'audio=@sample.wav'`);
    if (header) {
      expect(request).toContain(header);
    } else {
      expect(request).not.toMatch(/-H|--user/);
    }
  });

  it('A3 sends audio only to a stack that takes it', () => {
    const request = curlExample(
      endpoint({ auth: 'none', stack: undefined, method: undefined }),
      url,
    );
    expect(request).toBe(`curl -X GET '${url}'`);
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
