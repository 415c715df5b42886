import { linkPath } from './linkPath';

describe('linkPath', () => {
  it.each([
    [[], ''],
    [[{ x: 1, y: 2 }], 'M1,2'],
    [
      [
        { x: 0, y: 0 },
        { x: 0, y: 10.04 },
      ],
      'M0,0 L0,10',
    ],
    [
      [
        { x: 0, y: 0 },
        { x: 10, y: 10 },
        { x: 20, y: 30 },
        { x: 20, y: 40 },
      ],
      'M0,0 Q10,10 15,20 Q20,30 20,35 L20,40',
    ],
  ])('writes %j as %p', (points, path) => {
    expect(linkPath(points)).toBe(path);
  });
});
