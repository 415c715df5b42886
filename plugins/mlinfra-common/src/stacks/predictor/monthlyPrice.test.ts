import { predictorUsdPerMonth } from './monthlyPrice';

describe('predictorUsdPerMonth', () => {
  it.each([
    ['private_endpoints_2az', 47],
    ['private_endpoints_1az', 25],
    ['public_ip', 7],
  ] as const)('D6 of %s is about %d USD', (mode, usd) => {
    expect(predictorUsdPerMonth(mode)).toBe(usd);
  });
});
