import { linkStatus } from './linkStatus';

describe('linkStatus (D3)', () => {
  it.each([
    ['AVAILABLE', 'live', /available/],
    ['PENDING', 'updating', /being set up/],
    ['INACTIVE', 'degraded', /60 days/],
    ['FAILED', 'failed', /could not be set up: no addresses left\.$/],
    ['DELETING', 'failed', /being deleted/],
    ['DREAMING', 'unknown', /DREAMING/],
    [undefined, 'unknown', /nothing/],
  ])('a link that is %s is %s', (state, status, reason) => {
    const link = {
      id: 'l1',
      targetArns: [],
      state,
      stateReason: 'no addresses left.',
    };
    const found = linkStatus('l1', [{ ...link, id: 'l0' }, link]);
    expect(found).toMatchObject({ status });
    expect(found.reason).toMatch(reason);
    expect(found.reason).toContain('l1');
  });

  it('a link that is not there is unknown, for another may have its place', () => {
    expect(linkStatus('l1', [])).toMatchObject({
      status: 'unknown',
      reason: expect.stringContaining('l1 does not exist'),
    });
  });

  it('a link that a stage variable names is unknown', () => {
    expect(linkStatus('${stageVariables.link}', [])).toMatchObject({
      status: 'unknown',
      reason: expect.stringContaining('stage variable'),
    });
  });

  it('a link nobody may read is unknown', () => {
    expect(linkStatus('l1', undefined)).toMatchObject({ status: 'unknown' });
  });
});
