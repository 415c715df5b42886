import { linePath } from './linePath';

const area = { left: 10, top: 0, width: 40, height: 100, max: 200 };

describe('linePath', () => {
  it('goes from left to right, with zero at the lower edge', () => {
    expect(linePath([0, 100, 200], area)).toBe('M10,100L30,50L50,0');
  });

  it('draws nothing where nothing was measured, and a value alone as a dot', () => {
    expect(linePath([null, 100, null, 0, 200], area)).toBe(
      'M20,50h0.01M40,100L50,0',
    );
  });

  it('lies on the lower edge where all is zero', () => {
    expect(linePath([0, 0], { ...area, max: 0 })).toBe('M10,100L50,100');
  });

  it('draws nothing of nothing', () => {
    expect(linePath([], area)).toBe('');
    expect(linePath([null], area)).toBe('');
  });
});
