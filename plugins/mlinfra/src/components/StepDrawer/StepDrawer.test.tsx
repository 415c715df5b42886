import type {
  RunDetailsResponse,
  RunStep,
} from '@mlinfra/plugin-mlinfra-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWithMlinfra } from '../../__testUtils__/renderWithMlinfra';
import type { FixtureAnswers } from '../../testing/FixtureMlinfraApi';
import { failedRun, runDetails, runningRun } from '../../testing/fixtures';
import { StepDrawer } from './StepDrawer';

function show(
  details: RunDetailsResponse,
  stateName: string,
  step?: RunStep,
  answers: FixtureAnswers = {},
) {
  const onSelect = jest.fn();
  const onClose = jest.fn();
  renderWithMlinfra(
    <StepDrawer
      details={details}
      selected={{ stateName, step }}
      onSelect={onSelect}
      onClose={onClose}
    />,
    answers,
  );
  return { onSelect, onClose };
}

const stepOf = (details: RunDetailsResponse, state: string) =>
  details.steps.find(({ stateName }) => stateName === state) as RunStep;

describe('StepDrawer', () => {
  it('says what happened, in each attempt, why, for how much, and shows the log', async () => {
    const details = runDetails(failedRun());
    show(details, 'Prune', stepOf(details, 'Prune'));
    const drawer = await screen.findByRole('dialog', { name: 'Prune' });
    const inside = within(drawer);
    expect(inside.getAllByText('Failed, handled')).toHaveLength(1);
    expect(inside.getByText('States.TaskFailed')).toBeInTheDocument();
    expect(inside.getAllByText(/Choose at most 0.95/)).toHaveLength(1);
    expect(inside.getByText('$0.001')).toBeInTheDocument();
    const attempts = inside.getByRole('region', { name: 'Attempts' });
    expect(attempts).toHaveTextContent('Attempt 1Failed');
    expect(attempts).toHaveTextContent('Exit code1');
    expect(attempts).toHaveTextContent(
      'arn:aws:ecs:eu-central-1:123456789012:task/audio-speech-dev/prune0123456789',
    );
    expect(
      await inside.findByRole('region', { name: 'Log of Prune, attempt 1' }),
    ).toHaveTextContent('batch 12 of 12');
    expect(
      inside.getByRole('region', { name: 'Definition' }),
    ).toHaveTextContent('ECS.AmazonECSException, ECS.ServerException');
    expect(
      inside.getByText('RecordFailure after any error'),
    ).toBeInTheDocument();
    expect(inside.getByText('30 min')).toBeInTheDocument();
  });

  it('shows input and output as JSON to copy', async () => {
    const details = runDetails(failedRun());
    show(details, 'Baseline', stepOf(details, 'Baseline'));
    const drawer = within(await screen.findByRole('dialog'));
    expect(
      drawer.getByRole('button', { name: 'Copy Input' }),
    ).toBeInTheDocument();
    expect(
      drawer.getByRole('button', { name: 'Copy Output' }),
    ).toBeInTheDocument();
    expect(drawer.getByText(/"done": "Baseline"/)).toBeInTheDocument();
  });

  it('asks for no log of a step that leaves none', async () => {
    const details = runDetails(failedRun());
    const runLogs = jest.fn();
    show(details, 'RecordStart', stepOf(details, 'RecordStart'), { runLogs });
    expect(
      await screen.findByText(/leaves no log that could be shown here/),
    ).toBeInTheDocument();
    expect(runLogs).not.toHaveBeenCalled();
  });

  it('shows the log of the last attempt, and of another on request', async () => {
    const details = runDetails(runningRun());
    const prune = stepOf(details, 'Prune');
    const [attempt] = prune.attempts;
    const step: RunStep = {
      ...prune,
      attempts: [
        { ...attempt, status: 'failed', error: 'ECS.ServerException' },
        { ...attempt, number: 2 },
      ],
    };
    const asked: (number | undefined)[] = [];
    show(details, 'Prune', step, {
      runLogs: async (_, query) => {
        asked.push(query.attempt);
        return {
          lines: [{ at: attempt.startedAt, message: `of ${query.attempt}` }],
          logGroup: 'group',
        };
      },
    });
    expect(await screen.findByText(/of 2/)).toBeInTheDocument();
    expect(screen.getByText('ECS.ServerException')).toBeInTheDocument();
    expect(asked).toEqual([2]);
    await userEvent.click(screen.getByRole('button', { name: /Log of/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Attempt 1' }),
    );
    expect(await screen.findByText(/of 1/)).toBeInTheDocument();
  });

  it('lets one choose among the entries of a state', async () => {
    const details = runDetails(failedRun());
    const first = { ...stepOf(details, 'Baseline'), iteration: 0 };
    const second = { ...first, id: 'second', iteration: 1 };
    const { onSelect } = show(
      { ...details, steps: [first, second] },
      'Baseline',
      second,
    );
    expect(await screen.findByText('iteration 2')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /Entry/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: /^1: Succeeded/ }),
    );
    expect(onSelect).toHaveBeenCalledWith('Baseline', first.id);
  });

  it('tells the definition of a state that was not entered', async () => {
    show(runDetails(runningRun()), 'QualityGate');
    const drawer = within(await screen.findByRole('dialog'));
    expect(drawer.getByText(/has not entered this state/)).toBeInTheDocument();
    expect(
      drawer.getByText('Only a model within the tolerance goes on.'),
    ).toBeInTheDocument();
    expect(
      drawer.getByText('RecordSuccess if gate.passed is true'),
    ).toBeInTheDocument();
  });

  it('closes by its button', async () => {
    const { onClose } = show(runDetails(runningRun()), 'QualityGate');
    await userEvent.click(await screen.findByRole('button', { name: 'Close' }));
    expect(onClose).toHaveBeenCalledTimes(1);
  });
});
