import { instanceStatus } from './instanceStatus';
import { loadBalancerStatus } from './loadBalancerStatus';
import { modelStatus } from './modelStatus';
import { tableStatus } from './tableStatus';
import { decidingParts, worstOf } from './worstOf';

describe('modelStatus (CH6)', () => {
  it.each([
    ['InService', 'live'],
    ['Creating', 'updating'],
    ['Updating', 'updating'],
    ['SystemUpdating', 'updating'],
    ['RollingBack', 'degraded'],
    ['UpdateRollbackFailed', 'failed'],
    ['Failed', 'failed'],
    ['OutOfService', 'not-deployed'],
    ['Deleting', 'not-deployed'],
    ['Dreaming', 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', (state, status) => {
    expect(modelStatus({ state }).status).toBe(status);
  });

  it('tells why it failed', () => {
    expect(
      modelStatus({ state: 'Failed', failureReason: 'No such image.' }).reason,
    ).toBe('The endpoint has failed: No such image.');
  });
});

describe('instanceStatus (E3)', () => {
  it.each([
    ['available', 'live'],
    ['creating', 'updating'],
    ['backing-up', 'updating'],
    ['modifying', 'updating'],
    ['rebooting', 'updating'],
    ['storage-optimization', 'updating'],
    ['upgrading', 'updating'],
    ['starting', 'updating'],
    ['stopped', 'not-deployed'],
    ['stopping', 'not-deployed'],
    ['deleting', 'not-deployed'],
    ['storage-full', 'failed'],
    ['failed', 'failed'],
    ['incompatible-network', 'failed'],
    ['incompatible-parameters', 'failed'],
    ['incompatible-something-new', 'failed'],
    ['inaccessible-encryption-credentials', 'failed'],
    ['inaccessible-encryption-credentials-recoverable', 'failed'],
    ['restore-error', 'failed'],
    ['dreaming', 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', (state, status) => {
    expect(instanceStatus(state).status).toBe(status);
  });
});

describe('tableStatus (E3)', () => {
  it.each([
    ['ACTIVE', 'live'],
    ['CREATING', 'updating'],
    ['UPDATING', 'updating'],
    ['DELETING', 'not-deployed'],
    ['ARCHIVING', 'not-deployed'],
    ['ARCHIVED', 'not-deployed'],
    ['INACCESSIBLE_ENCRYPTION_CREDENTIALS', 'failed'],
    ['REPLICATION_NOT_AUTHORIZED', 'degraded'],
    ['DREAMING', 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', (state, status) => {
    expect(tableStatus(state).status).toBe(status);
  });
});

describe('loadBalancerStatus (D2)', () => {
  it.each([
    ['active', 'live'],
    ['provisioning', 'updating'],
    ['active_impaired', 'degraded'],
    ['failed', 'failed'],
    ['dreaming', 'unknown'],
    [undefined, 'unknown'],
  ])('%s is %s', (state, status) => {
    expect(loadBalancerStatus({ name: 'web', state }).status).toBe(status);
  });
});

describe('worstOf', () => {
  const part = (status: Parameters<typeof worstOf>[0][0]['status']) => ({
    status,
    reason: status,
  });
  it.each([
    [['live', 'updating'], 'updating'],
    [['live', 'unknown', 'updating'], 'unknown'],
    [['unknown', 'degraded'], 'degraded'],
    [['degraded', 'not-deployed'], 'not-deployed'],
    [['not-deployed', 'failed', 'live'], 'failed'],
    [['live', 'live'], 'live'],
    [[], 'unknown'],
  ] as const)('of %j is %s', (parts, worst) => {
    expect(worstOf(parts.map(part)).status).toBe(worst);
  });

  it('names all that decide', () => {
    expect(
      decidingParts([part('live'), part('failed'), part('failed')]),
    ).toEqual([part('failed'), part('failed')]);
  });
});
