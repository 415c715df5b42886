import { ServiceUnavailableError } from '@backstage/errors';
import type {
  RunLogsQuery,
  RunLogsResponse,
} from '@mlinfra/plugin-mlinfra-common';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWithMlinfra } from '../../__testUtils__/renderWithMlinfra';
import { RunLogs } from './RunLogs';

const at = (second: number) =>
  new Date(Date.UTC(2026, 0, 1, 9, 0, second)).toISOString();

const answer = (
  messages: string[],
  overrides: Partial<RunLogsResponse> = {},
): RunLogsResponse => ({
  lines: messages.map((message, index) => ({ at: at(index), message })),
  logGroup: '/mlinfra/compression',
  ...overrides,
});

function show(
  runLogs: (id: string, query: RunLogsQuery) => Promise<RunLogsResponse>,
  following = false,
) {
  renderWithMlinfra(
    <RunLogs
      runId="run"
      runName="run-1"
      stepId="Prune-5"
      stateName="Prune"
      attempt={2}
      following={following}
    />,
    { runLogs },
  );
}

const log = () =>
  screen.findByRole('region', { name: 'Log of Prune, attempt 2' });

describe('RunLogs', () => {
  it('shows the end of the log of this attempt, and where it comes from', async () => {
    const asked: RunLogsQuery[] = [];
    show(async (_, query) => {
      asked.push(query);
      return answer(['begun', 'done'], { logStream: 'prune/0123' });
    });
    expect(await log()).toHaveTextContent('09:00:00 begun 09:00:01 done');
    expect(asked[0]).toEqual({ step: 'Prune-5', attempt: 2 });
    expect(
      screen.getByText('Log group /mlinfra/compression, stream prune/0123'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Load earlier lines' }),
    ).not.toBeInTheDocument();
  });

  it('loads earlier lines, until there are none', async () => {
    show(async (_, { cursor }) =>
      cursor
        ? answer(['earlier'])
        : answer(['later'], { previousCursor: 'before' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Load earlier lines' }),
    );
    await waitFor(async () =>
      expect(await log()).toHaveTextContent(/earlier.*later/),
    );
    expect(
      screen.queryByRole('button', { name: 'Load earlier lines' }),
    ).not.toBeInTheDocument();
  });

  it('wraps long lines, or not', async () => {
    show(async () => answer(['a']));
    expect(await log()).toHaveAttribute('data-wrap', 'true');
    await userEvent.click(
      screen.getByRole('switch', { name: 'Wrap long lines' }),
    );
    expect(await log()).toHaveAttribute('data-wrap', 'false');
  });

  it('hands the lines over as a file', async () => {
    show(async () => answer(['a']));
    const createObjectURL = jest.fn(() => 'blob:log');
    Object.assign(URL, { createObjectURL, revokeObjectURL: jest.fn() });
    const clicked = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        expect(this.download).toBe('run-1-Prune-2.log');
      });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Download' }),
    );
    expect(clicked).toHaveBeenCalledTimes(1);
    expect(createObjectURL).toHaveBeenCalledWith(expect.any(Blob));
    clicked.mockRestore();
  });

  it('says why there are no lines', async () => {
    show(async () =>
      answer([], { problem: 'The log group was removed after 14 days.' }),
    );
    expect(
      await screen.findByText('The log group was removed after 14 days.'),
    ).toBeInTheDocument();
  });

  it.each([
    [false, 'The log has no lines.'],
    [true, /The log has no lines yet/],
  ])('says that there are none (running: %s)', async (following, text) => {
    show(async () => answer([]), following);
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('says why the log could not be had, and tries again', async () => {
    let works = false;
    show(async () => {
      if (!works) {
        throw new ServiceUnavailableError('CloudWatch does not answer');
      }
      return answer(['there']);
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'CloudWatch does not answer',
    );
    works = true;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await log()).toHaveTextContent('there');
  });

  it('follows while the attempt runs', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      let written = ['one'];
      show(async () => answer(written), true);
      expect(await log()).toHaveTextContent('one');
      written = ['one', 'two'];
      await act(() => jest.advanceTimersByTimeAsync(3_500));
      expect(await log()).toHaveTextContent(/one.*two/);
      expect(
        screen.getByText(/Follows while the step runs/),
      ).toBeInTheDocument();
    } finally {
      jest.useRealTimers();
    }
  });

  it('says that lines are missing where more came than is asked for', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      let written = ['one'];
      show(async () => answer(written), true);
      await log();
      written = ['seven', 'eight'];
      await act(() => jest.advanceTimersByTimeAsync(3_500));
      expect(await log()).not.toHaveTextContent('one');
      expect(screen.getByText(/Lines came faster/)).toBeInTheDocument();
    } finally {
      jest.useRealTimers();
    }
  });
});
