import { storedRun } from '../../__testUtils__/storedRun';
import { mergeRun } from './mergeRun';

describe('mergeRun', () => {
  const running = storedRun({ status: 'running', stoppedAt: undefined });
  const failed = storedRun({ status: 'failed', error: 'E', cause: 'C' });

  it('keeps what a list leaves out', () => {
    const listed = storedRun({ status: 'failed' });
    expect(mergeRun(failed, listed)).toMatchObject({ error: 'E', cause: 'C' });
  });

  it('keeps a rejection that a list shows as a failure', () => {
    const rejected = storedRun({ status: 'rejected', error: 'Q' });
    expect(mergeRun(rejected, storedRun({ status: 'failed' })).status).toBe(
      'rejected',
    );
  });

  it('does not believe a late answer', () => {
    expect(mergeRun(failed, running)).toBe(failed);
    const redriven = { ...running, redriveCount: 1 };
    expect(mergeRun(redriven, failed)).toBe(redriven);
  });

  it('forgets how a run ended that was redriven', () => {
    const merged = mergeRun(failed, { ...running, redriveCount: 1 });
    expect(merged).toMatchObject({ status: 'running', redriveCount: 1 });
    expect(merged.error).toBeUndefined();
  });

  it('leaves a run with the entity that it is stored for', () => {
    const moved = storedRun({ entityRef: 'component:default/other' });
    for (const redriveCount of [0, 1]) {
      expect(mergeRun(moved, storedRun({ redriveCount })).entityRef).toBe(
        'component:default/other',
      );
    }
  });
});
