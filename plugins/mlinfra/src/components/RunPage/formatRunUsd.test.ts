import { formatRunUsd } from './formatRunUsd';

describe('formatRunUsd', () => {
  it.each([
    ['0.0187', '$0.0187'],
    ['0.01', '$0.01'],
    ['0.5', '$0.50'],
    ['.25', '$0.25'],
    ['0.123', '$0.123'],
    ['0.00005', '$0.0001'],
    ['0.00004', 'under $0.0001'],
    ['0.99999', '$1.00'],
    ['0', '$0.00'],
    ['0.000', '$0.00'],
    ['12.3456', '$12.35'],
    ['much', 'much USD'],
  ])('writes %s as %s', (amount, text) => {
    expect(formatRunUsd(amount)).toBe(text);
  });
});
