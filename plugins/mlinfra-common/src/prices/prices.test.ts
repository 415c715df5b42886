import { findPrice } from './findPrice';
import { PRICE_ROWS } from './priceRows';

describe('prices', () => {
  it.each(PRICE_ROWS.map(row => [row.usagetype, row] as const))(
    '%s is a decimal in USD with a source',
    (_, row) => {
      expect(row.price).toMatch(/^\d+\.\d+$/);
      expect(row.source).not.toBe('');
      expect(row.usagetype).toMatch(
        row.region === 'us-east-1' ? /^USE1-/ : /^EUC1-/,
      );
    },
  );

  it('names each usage of a region once', () => {
    const keys = PRICE_ROWS.map(row => `${row.region} ${row.usagetype}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each([
    ['us-east-1', 'Fargate-ARM-GB-Hours', '0.00356'],
    ['us-east-1', 'StateTransition', '0.000025'],
    ['eu-central-1', 'Fargate-vCPU-Hours:perCPU', '0.04656'],
    ['eu-central-1', 'Fargate-ARM-GB-Hours', undefined],
    ['ap-south-1', 'Fargate-GB-Hours', undefined],
  ] as const)('%s %s costs %s', (region, usage, price) => {
    expect(findPrice(region, usage)?.price).toBe(price);
  });
});
