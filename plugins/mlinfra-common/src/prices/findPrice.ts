import type { Region } from '../model';
import type { PriceRow } from './PriceRow';
import { PRICE_ROWS } from './priceRows';

/** What a pipeline's run is billed for. @public */
export type PricedUsage =
  | 'Fargate-vCPU-Hours:perCPU'
  | 'Fargate-GB-Hours'
  | 'Fargate-ARM-vCPU-Hours:perCPU'
  | 'Fargate-ARM-GB-Hours'
  | 'Fargate-EphemeralStorage-GB-Hours'
  | 'StateTransition';

/** The price of a usage in a region; undefined where none is known. @public */
export function findPrice(
  region: Region,
  usage: PricedUsage,
): PriceRow | undefined {
  return PRICE_ROWS.find(
    row =>
      row.region === region &&
      // The prefix is the region, for example `EUC1-`.
      row.usagetype.slice(row.usagetype.indexOf('-') + 1) === usage,
  );
}
