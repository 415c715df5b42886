import { planDetailReads } from './planDetailReads';

const now = '2026-01-01T12:00:00.000Z';
const recent = '2026-01-01T11:30:00.000Z';
const old = '2026-01-01T10:00:00.000Z';

function known(arn: string, readAt = recent, settled = true) {
  return { arn, fingerprint: 'f', settled, content: {}, readAt };
}

describe('planDetailReads', () => {
  const plan = (
    candidates: { arn: string; fingerprint?: string; refreshedAt?: string }[],
    details: ReturnType<typeof known>[],
  ) =>
    planDetailReads(
      candidates.map(each => ({ fingerprint: 'f', ...each })),
      new Map(details.map(each => [each.arn, each])),
      now,
    );

  it('reads what is new, changed, unsettled, asked for or old', () => {
    const { read } = plan(
      [
        { arn: 'new' },
        { arn: 'changed', fingerprint: 'other' },
        { arn: 'unsettled' },
        { arn: 'asked', refreshedAt: '2026-01-01T11:59:00.000Z' },
        { arn: 'answered', refreshedAt: old },
        { arn: 'old' },
        { arn: 'settled' },
      ],
      [
        known('changed'),
        known('unsettled', recent, false),
        known('asked'),
        known('answered'),
        known('old', old),
        known('settled'),
      ],
    );
    expect([...read].sort()).toEqual([
      'asked',
      'changed',
      'new',
      'old',
      'unsettled',
    ]);
  });

  it('reads at most 100, the urgent first, and still confirms some', () => {
    const fresh = Array.from({ length: 150 }, (_, i) => ({ arn: `new${i}` }));
    const aged = Array.from({ length: 30 }, (_, i) => ({ arn: `old${i}` }));
    const { read, incomplete } = plan(
      [...aged, ...fresh, { arn: 'asked', refreshedAt: now }],
      [...aged.map(({ arn }) => known(arn, old)), known('asked')],
    );
    expect(read.size).toBe(100);
    expect(read.has('asked')).toBe(true);
    expect([...read].filter(arn => arn.startsWith('old'))).toHaveLength(10);
    expect(incomplete).toBe(true);
  });

  it('does not hurry for what is unsettled', () => {
    const candidates = Array.from({ length: 150 }, (_, i) => ({
      arn: `u${i}`,
    }));
    const { read, incomplete } = plan(
      candidates,
      candidates.map(({ arn }) => known(arn, recent, false)),
    );
    expect(read.size).toBe(100);
    expect(incomplete).toBe(false);
  });
});
