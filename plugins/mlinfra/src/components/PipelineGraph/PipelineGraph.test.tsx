import type {
  PipelineGraph as Graph,
  RunStep,
} from '@mlinfra/plugin-mlinfra-common';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWithMlinfra } from '../../__testUtils__/renderWithMlinfra';
import { graphOf, graphState, way } from '../../graph/testGraphs';
import {
  compressionGraph,
  failedRun,
  nestedGraph,
  runDetails,
  runningRun,
} from '../../testing/fixtures';
import { PipelineGraph } from './PipelineGraph';

interface Shown {
  graph?: Graph;
  graphProblem?: string;
  steps?: RunStep[];
  going?: boolean;
  selected?: string;
}

function show(shown: Shown = {}) {
  const onOpen = jest.fn();
  renderWithMlinfra(
    <PipelineGraph
      name="compression"
      graph={compressionGraph}
      steps={runDetails(runningRun()).steps}
      going
      onOpen={onOpen}
      {...shown}
    />,
  );
  return { onOpen };
}

const state = (name: RegExp) => screen.findByRole('button', { name });

describe('PipelineGraph', () => {
  it('says of each state its name, type and status', async () => {
    show();
    expect(
      await state(/^Baseline, Task, ECS task, succeeded$/),
    ).toBeInTheDocument();
    const prune = await state(/^Prune, Task, ECS task, running$/);
    expect(prune).toHaveAttribute('aria-current', 'step');
    expect(within(prune).getByText('Running')).toBeInTheDocument();
    const quantize = await state(/^Quantize, Task, ECS task, not reached yet$/);
    expect(quantize).not.toHaveAttribute('aria-current');
    expect(within(quantize).getByText('Not reached yet')).toBeInTheDocument();
  });

  it('says that what a run which has ended did not reach stays so', async () => {
    show({ steps: runDetails(failedRun()).steps, going: false });
    expect(await state(/^Distill.*, not reached$/)).toBeInTheDocument();
    expect(await state(/^Prune.*, failed, handled$/)).toBeInTheDocument();
  });

  it('counts attempts and the iterations of a Map', async () => {
    const at = new Date().toISOString();
    const step = (overrides: Partial<RunStep>): RunStep => ({
      id: JSON.stringify(overrides),
      stateName: 'Shard',
      stateType: 'Task',
      status: 'succeeded',
      enteredAt: at,
      exitedAt: at,
      attempts: [],
      ...overrides,
    });
    show({
      graph: nestedGraph,
      steps: [
        step({
          stateName: 'Features',
          status: 'failed',
          attempts: [1, 2].map(number => ({
            number,
            status: 'failed',
            startedAt: at,
            hasLog: false,
          })),
        }),
        step({
          stateName: 'Shards',
          stateType: 'Map',
          status: 'running',
          exitedAt: undefined,
        }),
        step({ iteration: 0 }),
        step({ iteration: 1, status: 'running', exitedAt: undefined }),
      ],
    });
    const features = await state(/^Features.*, failed after 2 attempts$/);
    expect(within(features).getByText('2 attempts')).toBeInTheDocument();
    const shards = await state(/^Shards, Map, running, 1 of 2 done$/);
    expect(within(shards).getByText('1 of 2 done')).toBeInTheDocument();
    expect(
      await state(/^Shard, .*running, entered 2 times$/),
    ).toBeInTheDocument();
  });

  it('shows a type that nobody knows by its own word', async () => {
    show({ graph: nestedGraph, steps: [] });
    const teleport = await state(/^Teleport, Quantum, not reached yet$/);
    expect(teleport).toHaveAttribute('data-kind', 'unknown');
    expect(
      screen.getByText('Not everything in the definition was understood'),
    ).toBeInTheDocument();
    expect(screen.getByText(/has the type Quantum/)).toBeInTheDocument();
  });

  it('says that a type was not given, and shows a status of a newer backend as unknown', async () => {
    show({
      graph: graphOf([graphState('Odd', { kind: 'unknown', type: '' })]),
      steps: [
        {
          ...runDetails(runningRun()).steps[0],
          stateName: 'Odd',
          status: 'melted' as RunStep['status'],
        },
      ],
    });
    expect(await state(/^Odd, type not given, unknown$/)).toBeInTheDocument();
  });

  it('tells a way’s whole condition in its tooltip, and marks catches', async () => {
    show({
      graph: graphOf(
        [graphState('A', { start: true }), graphState('B')],
        [
          way('A', 'B', {
            kind: 'catch',
            label: 'States.Timeout, States.TaskFailed, Custom.Error',
          }),
        ],
      ),
      steps: [],
    });
    await state(/^A,/);
    const label = screen.getByText('States.Timeout, States.…');
    const drawn = label.closest('g') as Element;
    expect(drawn).toHaveAttribute('data-kind', 'catch');
    expect(drawn.querySelector('title')).toHaveTextContent(
      'A → B after States.Timeout, States.TaskFailed, Custom.Error',
    );
  });

  it('marks the ways that the run has taken', async () => {
    show();
    await state(/^Prune/);
    const drawing = screen.getByRole('group', { name: /^Graph of/ });
    const taken = [...drawing.querySelectorAll('g[data-taken]')].map(
      each => each.querySelector('title')?.textContent,
    );
    expect(taken).toEqual([
      'Prepare → RecordStart',
      'RecordStart → WhereToStart',
      'WhereToStart → Baseline otherwise',
      'Baseline → Prune',
    ]);
  });

  it('is entered by Tab at the state that runs, walked by arrows, opened by Enter', async () => {
    const { onOpen } = show();
    const prune = await state(/^Prune/);
    expect(
      screen
        .getAllByRole('button')
        .filter(
          each =>
            each.hasAttribute('aria-haspopup') &&
            each.getAttribute('tabindex') === '0',
        ),
    ).toEqual([prune]);

    act(() => prune.focus());
    await userEvent.keyboard('{ArrowUp}');
    expect(await state(/^Baseline/)).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(prune).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toHaveAccessibleName(/^(Distill|Quantize)/);
    await userEvent.keyboard('{Home}');
    expect(await state(/^Prepare/)).toHaveFocus();
    expect(await state(/^Prepare/)).toHaveAttribute('tabindex', '0');
    expect(prune).toHaveAttribute('tabindex', '-1');

    await userEvent.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledWith('Prepare', 'Prepare-1');
    await userEvent.click(await state(/^Quantize/));
    expect(onOpen).toHaveBeenCalledWith('Quantize', undefined);
  });

  it('zooms in steps, to 100 % and to fit', async () => {
    show();
    const zoomed = await screen.findByRole('status', { name: /^Zoom/ });
    await userEvent.click(screen.getByRole('button', { name: '100 %' }));
    expect(zoomed).toHaveTextContent('100 %');
    await userEvent.click(screen.getByRole('button', { name: 'Zoom in' }));
    expect(zoomed).toHaveTextContent('125 %');
    await userEvent.click(screen.getByRole('button', { name: 'Zoom out' }));
    await userEvent.click(screen.getByRole('button', { name: 'Zoom out' }));
    expect(zoomed).toHaveTextContent('80 %');
    await userEvent.click(screen.getByRole('button', { name: 'Whole graph' }));
    expect(zoomed).not.toHaveTextContent('80 %');
  });

  it('says the same as a table, what was not reached included', async () => {
    const { onOpen } = show();
    await userEvent.click(await screen.findByRole('tab', { name: 'Steps' }));
    const table = screen.getByRole('table', { name: 'Steps of the run' });
    const rows = within(table).getAllByRole('row');
    expect(rows).toHaveLength(1 + compressionGraph.states.length);
    const prune = within(table).getByRole('row', { name: /^Prune/ });
    expect(prune).toHaveTextContent('Running');
    expect(prune).toHaveTextContent('RecordFailure after any error');
    expect(
      within(table).getByRole('row', { name: /^Quantize/ }),
    ).toHaveTextContent('Not reached yet');
    await userEvent.click(within(prune).getByRole('button', { name: 'Prune' }));
    expect(onOpen).toHaveBeenCalledWith('Prune', 'Prune-5');
  });

  it('shows a long table in parts', async () => {
    const [step] = runDetails(runningRun()).steps;
    show({
      graph: undefined,
      graphProblem: 'The definition could not be read.',
      steps: Array.from({ length: 120 }, (_, index) => ({
        ...step,
        id: `step-${index}`,
      })),
    });
    expect(
      await screen.findByText('The definition could not be read.'),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('row')).toHaveLength(101);
    await userEvent.click(screen.getByRole('button', { name: 'Show 20 more' }));
    expect(screen.getAllByRole('row')).toHaveLength(121);
  });

  it.each([
    [graphOf([]), 'The state machine has no states.'],
    [
      graphOf(
        Array.from({ length: 401 }, (_, index) => graphState(`S${index}`)),
      ),
      /has 401 states, which is too much for a drawing/,
    ],
  ])('gives the table alone where nothing can be drawn', async (graph, why) => {
    show({ graph, steps: [] });
    expect(await screen.findByText(why)).toBeInTheDocument();
    expect(screen.queryByRole('tab')).not.toBeInTheDocument();
  });

  it('says that nothing was entered where nothing is known', async () => {
    show({ graph: undefined, steps: [] });
    expect(
      await screen.findByText('No step has been entered.'),
    ).toBeInTheDocument();
  });
});
