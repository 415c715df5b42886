import { networkUsdPerMonth, type NetworkMode } from '../network/networkModes';
import { findPrice } from '../../prices';

const REGION = 'us-east-1';
const HOURS_PER_MONTH = 730;

/** Share of the price on demand that Spot takes, where AWS grants all of "up to 70 % off". */
const SPOT_SHARE = 0.3;

// The smallest that Fargate runs.
const VCPU = 0.25;
const GB = 0.5;

/**
 * What the service costs in a month of 730 hours, in whole USD rounded up, us-east-1:
 * its network, and one task of 0.25 vCPU and 0.5 GB on Spot. Requests,
 * storage and logs come on top by use.
 *
 * @public
 */
export function predictorUsdPerMonth(mode: NetworkMode): number {
  const perHour =
    VCPU * usd('Fargate-vCPU-Hours:perCPU') + GB * usd('Fargate-GB-Hours');
  return Math.ceil(
    networkUsdPerMonth(mode, 1) + perHour * HOURS_PER_MONTH * SPOT_SHARE,
  );
}

function usd(usage: 'Fargate-vCPU-Hours:perCPU' | 'Fargate-GB-Hours'): number {
  const row = findPrice(REGION, usage);
  if (!row) {
    throw new Error(
      `No price of ${usage} is known in ${REGION}; add it to prices/priceRows.ts`,
    );
  }
  return Number(row.price);
}
