import { zoomFactor, zoomStep } from './zoom';

const place = { width: 400, height: 300 };

describe('zoom', () => {
  it.each([
    [1.5, { width: 100, height: 100 }, 1.5],
    ['width', { width: 500, height: 9_000 }, 0.8],
    ['width', { width: 4_000, height: 100 }, 0.75],
    ['width', { width: 100, height: 100 }, 1],
    ['whole', { width: 500, height: 600 }, 0.5],
    ['whole', { width: 500, height: 90_000 }, 0.1],
  ] as const)('%s of %j is %s', (zoom, graph, factor) => {
    expect(zoomFactor(zoom, graph, place)).toBe(factor);
  });

  it('does not jump over 100 %, and ends at both ends', () => {
    expect(zoomStep(0.9, 1)).toBe(1);
    expect(zoomStep(1.1, -1)).toBe(1);
    expect(zoomStep(1, 1)).toBe(1.25);
    expect(zoomStep(2, 1)).toBe(2);
    expect(zoomStep(0.1, -1)).toBe(0.1);
  });
});
