import type { Region, UsdAmount } from '../model';

/** One price on demand, before discounts and tax. @public */
export interface PriceRow {
  region: Region;
  /** As in AWS's bills, for example `EUC1-Fargate-GB-Hours`. */
  usagetype: string;
  unit: 'vCPU-hour' | 'GB-hour' | 'transition';
  /** USD for one unit. */
  price: UsdAmount;
  /** Day since when it is known to hold, ISO 8601; absent where the source has none. */
  effectiveFrom?: string;
  /** Where it was read. */
  source: string;
  /** `unconfirmed`: no public source was read for this region; never shown without saying so. */
  confidence: 'read' | 'unconfirmed';
}
