import type { RouteDetails } from '../aws/InventorySource';
import { commonAuth } from './commonAuth';
import { findRoute } from './findRoute';

const route = (
  method: string,
  path: string,
  auth: RouteDetails['auth'] = 'none',
): RouteDetails => ({ method, path, auth });
const predict = { method: 'POST', path: '/predict' };

describe('findRoute', () => {
  it.each([
    [['GET /predict', 'POST /predict', 'ANY /predict'], 'POST /predict'],
    [['ANY /predict', 'ANY /{proxy+}'], 'ANY /predict'],
    [['GET /predict', 'ANY /{proxy+}'], 'ANY /{proxy+}'],
    [['ANY $default', 'GET /health'], 'ANY $default'],
    [['GET /predict', 'POST /predictions'], undefined],
  ])('of %j takes %s', (keys, expected) => {
    const routes = keys.map(key => {
      const [method, path] = key.split(' ');
      return route(method, path);
    });
    const found = findRoute(routes, predict);
    expect(found && `${found.method} ${found.path}`).toBe(expected);
  });
});

describe('commonAuth', () => {
  it('ignores preflight requests', () => {
    expect(
      commonAuth([route('OPTIONS', '/a'), route('POST', '/a', 'api-key')]),
    ).toBe('api-key');
  });

  it('is unknown where routes differ, and where there are none', () => {
    expect(commonAuth([route('GET', '/a'), route('POST', '/a', 'iam')])).toBe(
      'unknown',
    );
    expect(commonAuth([])).toBe('unknown');
  });
});
