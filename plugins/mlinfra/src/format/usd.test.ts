import { formatSmallUsd, formatUsd } from './usd';

describe('formatUsd', () => {
  it.each([
    ['0', '$0.00'],
    ['50', '$50.00'],
    ['12.5', '$12.50'],
    ['12.345', '$12.35'],
    ['12.344999', '$12.34'],
    ['0.995', '$1.00'],
    ['0.0001', 'under $0.01'],
    ['1234567.8', '$1,234,567.80'],
    ['-3.1', '-$3.10'],
    // Twenty digits: a float would show ...568.00.
    ['12345678901234567.89', '$12,345,678,901,234,567.89'],
  ])('C8 writes %s as %s', (amount, expected) => {
    expect(formatUsd(amount)).toBe(expected);
  });

  it.each(['', '1E-7', 'NaN', '12,5'])(
    'C8 shows %p as it came rather than as a wrong amount',
    amount => {
      expect(formatUsd(amount)).toBe(`${amount} USD`);
    },
  );
});

describe('formatSmallUsd', () => {
  it.each([
    ['0.0187', '$0.0187'],
    ['0.00425', '$0.0043'],
    ['0.01', '$0.01'],
    ['0.5', '$0.50'],
    ['0.123', '$0.123'],
    ['0.00005', '$0.0001'],
    ['0.00004', 'under $0.0001'],
    ['0.99999', '$1.00'],
    ['12.345', '$12.35'],
    ['0', '$0.00'],
    ['0.000', '$0.00'],
    ['-0.5', '-$0.50'],
    ['free', 'free USD'],
  ])('writes %s as %s', (amount, text) => {
    expect(formatSmallUsd(amount)).toBe(text);
  });
});
