import { act, screen } from '@testing-library/react';
import {
  minutesAgo,
  runDetails,
  runningRun,
  succeededRun,
} from '../../testing/fixtures';
import { renderAtAddress } from './__testUtils__/renderAtAddress';
import { RunPage } from './RunPage';

function show(details: ReturnType<typeof runDetails>) {
  renderAtAddress(<RunPage runId={details.run.id} />, '/', {
    run: async () => details,
  });
}

/** How long the run has taken so far. */
const duration = () =>
  screen.getAllByText('Duration', { selector: 'dt' })[0].nextElementSibling
    ?.textContent;

describe('RunPage while a run goes on', () => {
  it('counts on and follows while the run goes on, and stops at its end', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      let details = runDetails(runningRun());
      let asked = 0;
      renderAtAddress(<RunPage runId={details.run.id} />, '/mlinfra/runs/x', {
        run: async () => {
          asked += 1;
          return details;
        },
      });
      expect(await screen.findByText('Polling')).toBeInTheDocument();
      const before = duration();
      await act(() => jest.advanceTimersByTimeAsync(2_000));
      expect(duration()).not.toBe(before);

      details = runDetails(succeededRun({ id: details.run.id }));
      await act(() => jest.advanceTimersByTimeAsync(3_500));
      expect(screen.queryByText('Polling')).not.toBeInTheDocument();
      expect(
        await screen.findByRole('button', { name: /^Evaluate.*succeeded$/ }),
      ).toBeInTheDocument();
      const last = asked;
      await act(() => jest.advanceTimersByTimeAsync(20_000));
      expect(asked).toBe(last);
    } finally {
      jest.useRealTimers();
    }
  });

  it('asks at once when a signal tells of a change', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      const listeners = new Map<string, (message: never) => void>();
      let details = runDetails(runningRun());
      renderAtAddress(
        <RunPage runId={details.run.id} />,
        '/',
        { run: async () => details },
        {
          subscribe: (channel, onMessage) => {
            listeners.set(channel, onMessage as (message: never) => void);
            return { unsubscribe: () => listeners.delete(channel) };
          },
        },
      );
      expect(await screen.findByText('Live')).toBeInTheDocument();
      expect([...listeners.keys()]).toEqual([details.channel]);
      details = runDetails(succeededRun({ id: details.run.id }));
      act(() => listeners.get(details.channel)?.({} as never));
      await act(() => jest.advanceTimersByTimeAsync(1_500));
      expect(screen.queryByText('Live')).not.toBeInTheDocument();
      expect(listeners.size).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });

  it('says that it pauses while nobody sees it', async () => {
    show(runDetails(runningRun()));
    await screen.findByText('Polling');
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
    expect(screen.getByText('Paused while hidden')).toBeInTheDocument();
    hidden.mockRestore();
  });

  it('says that its data is old', async () => {
    show(runDetails(runningRun({ collectedAt: minutesAgo(12) })));
    expect(
      await screen.findByText('Stale: collected 12 minutes ago'),
    ).toBeInTheDocument();
  });

  it('keeps what it knows when asking again fails', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      let works = true;
      renderAtAddress(<RunPage runId="x" />, '/', {
        run: async () => {
          if (!works) {
            throw new Error('The database does not answer');
          }
          return runDetails(runningRun());
        },
      });
      await screen.findByText('Polling');
      works = false;
      await act(() => jest.advanceTimersByTimeAsync(3_500));
      expect(screen.getByRole('alert')).toHaveTextContent(
        'The database does not answer',
      );
      expect(
        screen.getByRole('heading', { name: runningRun().name }),
      ).toBeInTheDocument();
    } finally {
      jest.useRealTimers();
    }
  });
});
