import { microUnits, plainDecimal } from './decimal';

describe('plainDecimal', () => {
  it.each([
    ['50', '50'],
    ['50.0', '50'],
    ['12.50', '12.5'],
    ['0.10000000000000000555', '0.10000000000000000555'],
    ['007.5', '7.5'],
    ['1.2E-4', '0.00012'],
    ['1.2e3', '1200'],
    ['12e-1', '1.2'],
    ['0.0', '0'],
    ['-0.00', '0'],
    ['-3.20', '-3.2'],
    ['12.', '12'],
    ['123456789012345678901234567890.1', '123456789012345678901234567890.1'],
  ])('%s is %s', (amount, decimal) => {
    expect(plainDecimal(amount)).toBe(decimal);
  });

  it.each(['', 'x', '1,5', 'NaN', 'Infinity', '1e9999', '.5'])(
    '%p is no number',
    amount => {
      expect(plainDecimal(amount)).toBeUndefined();
    },
  );
});

describe('microUnits', () => {
  it.each([
    ['1', 1_000_000n],
    ['0.000001', 1n],
    ['0.0000019', 1n],
    ['-2.5', -2_500_000n],
    ['9007199254740993', 9_007_199_254_740_993_000_000n],
  ])('%s', (decimal, micro) => {
    expect(microUnits(decimal)).toBe(micro);
  });
});
