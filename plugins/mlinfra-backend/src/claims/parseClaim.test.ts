import { parseClaim } from './parseClaim';

describe('parseClaim', () => {
  it.each([
    ['component:default/speech', 'component:default/speech'],
    ['Component:Default/Speech', 'component:default/speech'],
    ['component:speech', 'component:default/speech'],
    [' component:default/speech ', 'component:default/speech'],
    ['speech', undefined],
    ['default/speech', undefined],
    ['component:', undefined],
    ['component:default/', undefined],
    ['component:default/a/b', undefined],
    ['component:default/a b', undefined],
    ['', undefined],
  ])('%p names %s', (value, ref) => {
    expect(parseClaim(value)).toBe(ref);
  });
});
