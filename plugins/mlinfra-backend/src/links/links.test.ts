import {
  apiConsoleUrl,
  budgetConsoleUrl,
  functionConsoleUrl,
} from './consoleLinks';
import { executeApiHost } from './executeApiHost';

describe('links', () => {
  it.each([
    [
      'eu-central-1',
      'eu-central-1.console.aws.amazon.com',
      'a1.execute-api.eu-central-1.amazonaws.com',
      'us-east-1.console.aws.amazon.com',
    ],
    [
      'cn-north-1',
      'cn-north-1.console.amazonaws.cn',
      'a1.execute-api.cn-north-1.amazonaws.com.cn',
      'cn-northwest-1.console.amazonaws.cn',
    ],
    [
      'us-gov-west-1',
      'us-gov-west-1.console.amazonaws-us-gov.com',
      'a1.execute-api.us-gov-west-1.amazonaws.com',
      'us-gov-west-1.console.amazonaws-us-gov.com',
    ],
  ])('of %s', (region, host, apiHost, budgetHost) => {
    expect(new URL(apiConsoleUrl('rest-api', 'a1', region)).host).toBe(host);
    expect(new URL(apiConsoleUrl('http-api', 'a1', region)).host).toBe(host);
    expect(new URL(functionConsoleUrl('f', region)).host).toBe(host);
    expect(new URL(budgetConsoleUrl('b', region)).host).toBe(budgetHost);
    expect(executeApiHost('a1', region)).toBe(apiHost);
  });

  it('escape what names contain', () => {
    expect(budgetConsoleUrl('a b&c', 'eu-central-1')).toMatch(
      /name=a%20b%26c$/,
    );
  });
});
