import { collectionError } from './collectionError';

const key = {
  collector: 'budgets',
  accountId: '111111111111',
  region: 'global',
} as const;

describe('collectionError', () => {
  it('never carries an access key, nor a whole novel', () => {
    const error = new Error(`AKIAABCDEFGHIJKLMNOP is bad ${'x'.repeat(5_000)}`);
    const { kind, message } = collectionError(error, key, 'now');
    expect(kind).toBe('other');
    expect(message).not.toContain('AKIA');
    expect(message).toContain('111111111111');
    expect(message.length).toBeLessThanOrEqual(1_000);
  });
});
