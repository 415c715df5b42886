import { idleNatUsdPerMonth } from './natModes';

describe('idleNatUsdPerMonth', () => {
  it.each([
    ['none', 3, 0],
    ['single', 3, 32.85],
    ['per_az', 2, 65.7],
    ['per_az', 3, 98.55],
  ] as const)('CH6 of %s in %d zones is %d USD', (mode, zones, usd) => {
    expect(idleNatUsdPerMonth(mode, zones)).toBe(usd);
  });
});
