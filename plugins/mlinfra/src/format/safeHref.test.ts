import { safeHref } from './safeHref';

describe('safeHref', () => {
  it.each(['https://example.com/v1', 'http://localhost:5000/x'])(
    'keeps the web address %s',
    url => expect(safeHref(url)).toBe(url),
  );

  it.each([
    undefined,
    '',
    'example',
    `${'javascript'}:alert(1)`,
    'data:text/html,',
  ])('refuses %p', url => expect(safeHref(url)).toBeUndefined());
});
