/** How the tasks reach AWS. @public */
export const NETWORK_MODES = [
  'public_ip',
  'private_endpoints_1az',
  'private_endpoints_2az',
] as const;

/** How the tasks reach AWS. @public */
export type NetworkMode = (typeof NETWORK_MODES)[number];

/** The services that a private task reaches through an interface endpoint of its own. @public */
export const INTERFACE_ENDPOINTS = ['ecr.api', 'ecr.dkr', 'logs'] as const;

/** USD for one interface endpoint in one zone and a month of 730 hours, us-east-1 (AWS PrivateLink pricing, 2024-10-18). */
const ENDPOINT_USD_PER_MONTH = 7.3;

/** USD for one public IPv4 address and a month of 730 hours, 0.005 an hour in every region (Amazon VPC pricing, since 2024-02-01). */
const PUBLIC_ADDRESS_USD_PER_MONTH = 3.65;

const ZONES_WITH_ENDPOINTS: Record<NetworkMode, number> = {
  public_ip: 0,
  private_endpoints_1az: 1,
  private_endpoints_2az: 2,
};

/**
 * What a network costs in a month in which nothing runs, in USD, us-east-1.
 * The gateway endpoints of S3 and DynamoDB are free.
 *
 * @public
 */
export function idleNetworkUsdPerMonth(mode: NetworkMode): number {
  const cents =
    ZONES_WITH_ENDPOINTS[mode] *
    INTERFACE_ENDPOINTS.length *
    Math.round(ENDPOINT_USD_PER_MONTH * 100);
  return cents / 100;
}

/**
 * What a network costs in a month in which so many tasks run all the time, in
 * USD, us-east-1: with public addresses, each task has one that is paid for.
 *
 * @public
 */
export function networkUsdPerMonth(
  mode: NetworkMode,
  runningTasks: number,
): number {
  const addresses =
    mode === 'public_ip'
      ? runningTasks * Math.round(PUBLIC_ADDRESS_USD_PER_MONTH * 100)
      : 0;
  return (Math.round(idleNetworkUsdPerMonth(mode) * 100) + addresses) / 100;
}
