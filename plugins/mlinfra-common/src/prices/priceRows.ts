import type { PriceRow } from './PriceRow';

const INFRACOST = 'Infracost, test data for us-east-1';
const VANTAGE = 'vantage.sh';
const PRICE_LIST = 'AWS Price List API';
const ASSUMED = 'taken from us-east-1';

/** All prices that are known here. A region without a row has no price; none is guessed from another. */
export const PRICE_ROWS: readonly PriceRow[] = [
  {
    region: 'us-east-1',
    usagetype: 'USE1-Fargate-vCPU-Hours:perCPU',
    unit: 'vCPU-hour',
    price: '0.04048',
    effectiveFrom: '2026-03-10',
    source: VANTAGE,
    confidence: 'read',
  },
  {
    region: 'us-east-1',
    usagetype: 'USE1-Fargate-GB-Hours',
    unit: 'GB-hour',
    price: '0.004445',
    effectiveFrom: '2026-03-10',
    source: VANTAGE,
    confidence: 'read',
  },
  {
    region: 'us-east-1',
    usagetype: 'USE1-Fargate-ARM-vCPU-Hours:perCPU',
    unit: 'vCPU-hour',
    price: '0.03238',
    source: VANTAGE,
    confidence: 'read',
  },
  {
    region: 'us-east-1',
    usagetype: 'USE1-Fargate-ARM-GB-Hours',
    unit: 'GB-hour',
    price: '0.00356',
    source: VANTAGE,
    confidence: 'read',
  },
  {
    region: 'us-east-1',
    usagetype: 'USE1-Fargate-EphemeralStorage-GB-Hours',
    unit: 'GB-hour',
    price: '0.000111',
    source: VANTAGE,
    confidence: 'read',
  },
  {
    region: 'us-east-1',
    usagetype: 'USE1-StateTransition',
    unit: 'transition',
    price: '0.000025',
    source: INFRACOST,
    confidence: 'read',
  },
  {
    region: 'eu-central-1',
    usagetype: 'EUC1-Fargate-vCPU-Hours:perCPU',
    unit: 'vCPU-hour',
    price: '0.04656',
    effectiveFrom: '2026-07-07',
    source: PRICE_LIST,
    confidence: 'read',
  },
  {
    region: 'eu-central-1',
    usagetype: 'EUC1-Fargate-GB-Hours',
    unit: 'GB-hour',
    price: '0.00511',
    effectiveFrom: '2026-07-07',
    source: PRICE_LIST,
    confidence: 'read',
  },
  {
    region: 'eu-central-1',
    usagetype: 'EUC1-StateTransition',
    unit: 'transition',
    price: '0.000025',
    source: ASSUMED,
    confidence: 'unconfirmed',
  },
];
