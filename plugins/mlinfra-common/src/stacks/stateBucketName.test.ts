import fc from 'fast-check';
import { SERVICE_NAME_PATTERN } from './repositoryIdentity';
import { stateBucketName } from './stateBucketName';

const accountId = '123456789012';
const serviceName = fc.stringMatching(new RegExp(SERVICE_NAME_PATTERN));

describe('stateBucketName', () => {
  it('C12 names the bucket after team, name, environment and account', () => {
    expect(
      stateBucketName({
        team: 'audio',
        name: 'bird-calls',
        environment: 'dev',
        accountId,
      }),
    ).toBe('audio-bird-calls-dev-state-123456789012');
  });

  it('C12 fits into 63 characters and is a valid bucket name, whatever the names', () => {
    fc.assert(
      fc.property(
        serviceName,
        serviceName,
        fc.constantFrom('dev' as const, 'prod' as const),
        (team, name, environment) => {
          const bucket = stateBucketName({
            team,
            name,
            environment,
            accountId,
          });
          expect(bucket.length).toBeLessThanOrEqual(63);
          expect(bucket).toMatch(/^[a-z0-9][a-z0-9-]+-123456789012$/);
        },
      ),
    );
  });

  it('C12 keeps long names apart that begin alike', () => {
    const long = 'a'.repeat(31);
    const names = ['x', 'y', 'z'].map(last =>
      stateBucketName({
        team: long,
        name: `${long}${last}`,
        environment: 'prod',
        accountId,
      }),
    );
    expect(new Set(names).size).toBe(3);
    expect(names.every(name => name.length <= 63)).toBe(true);
  });
});
