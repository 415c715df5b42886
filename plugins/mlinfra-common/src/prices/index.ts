export type { PriceRow } from './PriceRow';
export { findPrice, type PricedUsage } from './findPrice';
