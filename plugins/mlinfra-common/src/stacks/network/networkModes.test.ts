import { idleNetworkUsdPerMonth } from './networkModes';

describe('idleNetworkUsdPerMonth', () => {
  it.each([
    ['public_ip', 0],
    ['private_endpoints_1az', 21.9],
    ['private_endpoints_2az', 43.8],
  ] as const)('B9 of %s is %d USD', (mode, usd) => {
    expect(idleNetworkUsdPerMonth(mode)).toBe(usd);
  });
});
