import type {
  RunDetailsResponse,
  StartRunRequest,
} from '@mlinfra/plugin-mlinfra-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  abortedRun,
  failedRun,
  runDetails,
  runId,
  runningRun,
  succeededRun,
  timedOutRun,
} from '../../testing/fixtures';
import type { FixtureAnswers } from '../../testing/FixtureMlinfraApi';
import { renderWithMlinfra } from '../../__testUtils__/renderWithMlinfra';
import { RunActions } from './RunActions';

function show(details: RunDetailsResponse, answers: FixtureAnswers = {}) {
  const onDone = jest.fn();
  renderWithMlinfra(<RunActions details={details} onDone={onDone} />, answers);
  return onDone;
}

const button = (name: string) => screen.findByRole('button', { name });

describe('RunActions', () => {
  it('stops a run after asking, with the reason that was given', async () => {
    const stopRun = jest.fn(async () => ({ run: abortedRun() }));
    const onDone = show(runDetails(runningRun()), { stopRun });
    await userEvent.click(await button('Stop'));

    expect(
      screen.getByRole('heading', { name: 'Stop run run-20261121-1040?' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/environment dev, account ml-dev \(123456789012\)/),
    ).toBeInTheDocument();
    expect(stopRun).not.toHaveBeenCalled();

    await userEvent.type(screen.getByLabelText('Reason'), ' wrong model ');
    await userEvent.click(screen.getByRole('button', { name: 'Stop run' }));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(stopRun).toHaveBeenCalledWith(runId('running'), {
      reason: 'wrong model',
    });
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('does nothing when the question is answered with no', async () => {
    const stopRun = jest.fn();
    show(runDetails(runningRun()), { stopRun });
    await userEvent.click(await button('Stop'));
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(stopRun).not.toHaveBeenCalled();
  });

  it('says why a run was not stopped, and lets one try again', async () => {
    const stopRun = jest
      .fn()
      .mockRejectedValueOnce(new Error('The run has ended already.'))
      .mockResolvedValue({ run: abortedRun() });
    const onDone = show(runDetails(runningRun()), { stopRun });
    await userEvent.click(await button('Stop'));
    await userEvent.click(screen.getByRole('button', { name: 'Stop run' }));
    expect(
      await screen.findByText('The run has ended already.'),
    ).toBeInTheDocument();
    expect(onDone).not.toHaveBeenCalled();

    await userEvent.click(screen.getByRole('button', { name: 'Stop run' }));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
  });

  it('redrives once under a double click, names the window and makes production stand out', async () => {
    const redriveRun = jest.fn(() => new Promise<never>(() => {}));
    show(runDetails(timedOutRun()), { redriveRun });
    expect(
      await screen.findByText(/^AWS takes a redrive until .+ UTC, 9 days left/),
    ).toBeInTheDocument();

    await userEvent.click(await button('Redrive'));
    expect(screen.getByText('This is production.')).toBeInTheDocument();
    await userEvent.dblClick(
      screen.getByRole('button', { name: 'Redrive run in prod' }),
    );
    expect(redriveRun).toHaveBeenCalledTimes(1);
    expect(redriveRun).toHaveBeenCalledWith(runId('timed-out'), {
      clientToken: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('tries a redrive again with the same token', async () => {
    const tokens: string[] = [];
    show(runDetails(abortedRun()), {
      redriveRun: async (_, { clientToken }) => {
        tokens.push(clientToken);
        throw new TypeError('Failed to fetch');
      },
    });
    await userEvent.click(await button('Redrive'));
    await userEvent.click(screen.getByRole('button', { name: 'Redrive run' }));
    await waitFor(() => expect(tokens).toHaveLength(1));
    await screen.findByText('Failed to fetch');
    await userEvent.click(screen.getByRole('button', { name: 'Redrive run' }));
    await waitFor(() => expect(tokens).toHaveLength(2));
    expect(tokens[1]).toBe(tokens[0]);
  });

  it('says why a failed run cannot be redriven, and starts again at the step that failed', async () => {
    const sent: StartRunRequest[] = [];
    show(runDetails(failedRun()), {
      startRun: async (_, request) => {
        sent.push(request);
        return { run: runningRun() };
      },
    });
    expect(
      await screen.findByText(/No redrive: The run handled the error/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Redrive' }),
    ).not.toBeInTheDocument();

    await userEvent.click(await button('Start again from Prune'));
    expect(await screen.findByLabelText(/Share of weights/)).toHaveValue(
      '0.99',
    );
    await userEvent.clear(screen.getByLabelText(/Share of weights/));
    await userEvent.type(screen.getByLabelText(/Share of weights/), '0.5');
    await userEvent.click(screen.getByRole('button', { name: 'Start run' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0].input).toMatchObject({
      start_at: 'prune',
      resume_run: failedRun().name,
      prune: { amount: 0.5 },
    });
  });

  it('starts a run that succeeded again with its input', async () => {
    show(
      runDetails(succeededRun(), {
        input: '{"model_uri":"s3://models/uploads/a","token":"[redacted]"}',
      }),
    );
    await userEvent.click(await button('Start again'));
    expect(await screen.findByLabelText(/^Model/)).toHaveValue(
      's3://models/uploads/a',
    );
    expect(screen.getByText(/hidden here as \[redacted\]/)).toBeInTheDocument();
    expect(screen.queryByText(/No redrive/)).not.toBeInTheDocument();
  });

  it('says that an input that was cut cannot be taken over', async () => {
    show(runDetails(succeededRun(), { input: '{"model_uri":"s3://mod' }));
    await userEvent.click(await button('Start again'));
    expect(
      await screen.findByText(/it is too long to be kept whole/),
    ).toBeInTheDocument();
  });

  it.each([
    ['a running run', runningRun(), /mlinfra.run.stop is missing/],
    ['an ended run', timedOutRun(), /mlinfra.run.start is missing/],
  ])('names the permission that %s would take', async (_, run, text) => {
    show(runDetails(run, { rights: { start: false, stop: false } }));
    expect(await screen.findByText(text)).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
