import { idleNetworkUsdPerMonth, networkUsdPerMonth } from './networkModes';

describe('idleNetworkUsdPerMonth', () => {
  it.each([
    ['public_ip', 0],
    ['private_endpoints_1az', 21.9],
    ['private_endpoints_2az', 43.8],
  ] as const)('B9 of %s is %d USD', (mode, usd) => {
    expect(idleNetworkUsdPerMonth(mode)).toBe(usd);
  });
});

describe('networkUsdPerMonth', () => {
  it.each([
    ['public_ip', 3, 10.95],
    ['public_ip', 0, 0],
    ['private_endpoints_1az', 3, 21.9],
    ['private_endpoints_2az', 3, 43.8],
  ] as const)('D6 of %s with %d tasks is %d USD', (mode, tasks, usd) => {
    expect(networkUsdPerMonth(mode, tasks)).toBe(usd);
  });
});
