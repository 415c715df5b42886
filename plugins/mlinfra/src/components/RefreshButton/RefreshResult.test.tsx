import { NotAllowedError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import type { RefreshOutcome } from '../../data/useRefresh';
import { RefreshResult } from './RefreshResult';

function show(outcome: RefreshOutcome | undefined, running = false) {
  renderInTestApp(
    <RefreshResult refresh={{ start: () => {}, running, outcome }} />,
  );
  return screen.findByRole('status');
}

describe('RefreshResult', () => {
  it.each([
    [{ kind: 'collected' }, 'AWS has been read again.'],
    [{ kind: 'collected-in-part' }, 'except where a notice below says'],
    [{ kind: 'too-soon', retryAfterSeconds: 1 }, 'possible in 1 second.'],
    [{ kind: 'too-soon', retryAfterSeconds: 9 }, 'possible in 9 seconds.'],
    [{ kind: 'slow' }, 'It goes on without this page'],
    [
      { kind: 'failed', error: new NotAllowedError('Not yours') },
      'The refresh was not accepted: Not yours',
    ],
  ] satisfies [RefreshOutcome, string][])(
    'reads out the outcome %p',
    async (outcome, text) => {
      expect(await show(outcome)).toHaveTextContent(text);
    },
  );

  it('reads out that it is under way, and nothing at rest', async () => {
    expect(await show(undefined, true)).toHaveTextContent(
      'Collecting from AWS',
    );
  });

  it('says nothing at rest', async () => {
    expect(await show(undefined)).toBeEmptyDOMElement();
  });
});
