/** How private tasks reach what lies outside of their network. @public */
export const NAT_MODES = ['per_az', 'single', 'none'] as const;

/** How private tasks reach what lies outside of their network. @public */
export type NatMode = (typeof NAT_MODES)[number];

/** USD for one NAT gateway in a month of 730 hours, us-east-1, 0.045 USD an hour (Infracost, test data). What goes through it is paid too. */
const GATEWAY_USD_PER_MONTH = 32.85;

/**
 * What the NAT gateways of a network cost in a month in which nothing goes
 * through them, in USD, us-east-1.
 *
 * @public
 */
export function idleNatUsdPerMonth(mode: NatMode, zones: number): number {
  const gateways = { per_az: zones, single: 1, none: 0 }[mode];
  return (gateways * Math.round(GATEWAY_USD_PER_MONTH * 100)) / 100;
}
