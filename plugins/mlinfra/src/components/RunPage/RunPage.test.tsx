import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { RunDetailsResponse } from '@mlinfra/plugin-mlinfra-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { FixtureAnswers } from '../../testing/FixtureMlinfraApi';
import {
  abortedRun,
  failedRun,
  minutesAgo,
  rejectedRun,
  runDetails,
  runId,
  succeededRun,
  timedOutRun,
  unknownRun,
} from '../../testing/fixtures';
import { renderAtAddress } from './__testUtils__/renderAtAddress';
import { RunPage } from './RunPage';

function show(
  details: RunDetailsResponse,
  search = '',
  answers: FixtureAnswers = {},
) {
  const { id } = details.run;
  return renderAtAddress(
    <RunPage runId={id} />,
    `/mlinfra/runs/${id}${search}`,
    { run: async () => details, ...answers },
  );
}

const address = () => screen.getByTestId('address').textContent;

/** The value that stands under a name in the header. */
const fact = (name: string) =>
  screen.getAllByText(name, { selector: 'dt' })[0].nextElementSibling;

describe('RunPage', () => {
  it('says which run it is, how it stands, where, since when and for how much', async () => {
    show(runDetails(succeededRun()));
    expect(
      await screen.findByRole('heading', { name: 'run-20261121-0912' }),
    ).toBeInTheDocument();
    expect(screen.getAllByText('Succeeded').length).toBeGreaterThan(0);
    expect(fact('Pipeline')).toHaveTextContent('audio-speech-dev-compression');
    expect(fact('Entity')).toHaveTextContent('speech');
    expect(fact('Environment')).toHaveTextContent('dev');
    expect(fact('Account and region')).toHaveTextContent(
      'ml-dev (123456789012), eu-central-1',
    );
    expect(fact('Duration')).toHaveTextContent('6 min');
    expect(fact('Cost')).toHaveTextContent('$0.0187');
    expect(screen.getByText(/Prices: AWS Price List/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /AWS console/ })).toHaveAttribute(
      'href',
      expect.stringContaining('console.aws.amazon.com'),
    );
    expect(screen.queryByText('Polling')).not.toBeInTheDocument();
  });

  it.each([
    ['at-most', 'at most $0.0042'],
    ['partial', 'more than $0.0042'],
  ] as const)(
    'never says more of a cost than is known: %s',
    async (accuracy, text) => {
      show(
        runDetails(
          succeededRun({ cost: { usd: '0.0042', accuracy, notes: [] } }),
        ),
      );
      await waitFor(() => expect(fact('Cost')).toHaveTextContent(text));
    },
  );

  it('says why a run failed, and leads to the step', async () => {
    show(runDetails(failedRun()));
    expect(await screen.findByText('The run failed')).toBeInTheDocument();
    expect(screen.getByText('States.TaskFailed')).toBeInTheDocument();
    expect(
      screen.getByText(/leaves no layer with weights/),
    ).toBeInTheDocument();
    expect(screen.getByText(/Its log says why/)).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Open the step Prune' }),
    );
    const drawer = await screen.findByRole('dialog', { name: 'Prune' });
    expect(
      within(drawer).getAllByText('Failed, handled')[0],
    ).toBeInTheDocument();
    expect(address()).toContain('step=Prune-5');
  });

  it.each([
    [timedOutRun(), 'The run took too long'],
    [abortedRun(), 'The run was stopped'],
    [rejectedRun(), 'The quality gate rejected the model'],
  ])('names what became of the run: %#', async (run, title) => {
    show(runDetails(run));
    expect((await screen.findAllByText(title)).length).toBeGreaterThan(0);
  });

  it('shows a status of a newer backend as unknown', async () => {
    show(runDetails(unknownRun()));
    expect((await screen.findAllByText('Unknown')).length).toBeGreaterThan(0);
  });

  it('keeps the open step in the address, and goes back by the browser', async () => {
    show(runDetails(succeededRun()));
    const prune = await screen.findByRole('button', { name: /^Prune/ });
    await userEvent.click(prune);
    expect(
      await screen.findByRole('dialog', { name: 'Prune' }),
    ).toBeInTheDocument();
    expect(address()).toBe(`/mlinfra/runs/${runId('succeeded')}?step=Prune-5`);
    await userEvent.click(
      screen.getByText('Back of the browser', { selector: 'button' }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(address()).toBe(`/mlinfra/runs/${runId('succeeded')}`);
  });

  it('opens what the address names, also a state that was not entered', async () => {
    show(runDetails(succeededRun()), '?state=Distill');
    const drawer = await screen.findByRole('dialog', { name: 'Distill' });
    expect(
      within(drawer).getByText(/has not entered this state/),
    ).toBeInTheDocument();
  });

  it('opens nothing for a step that is not there', async () => {
    show(runDetails(succeededRun()), '?step=Gone-99');
    await screen.findByRole('heading', { name: 'run-20261121-0912' });
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('gives the focus to the drawer and back, and closes it by Escape', async () => {
    show(runDetails(succeededRun()));
    const prune = await screen.findByRole('button', { name: /^Prune/ });
    act(() => prune.focus());
    await userEvent.keyboard('{Enter}');
    const drawer = await screen.findByRole('dialog', { name: 'Prune' });
    await waitFor(() =>
      expect(drawer).toContainElement(document.activeElement as HTMLElement),
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    await waitFor(() => expect(prune).toHaveFocus());
  });

  it('shows input, output and, once they are asked for, events page by page', async () => {
    const details = runDetails(succeededRun());
    let asked = 0;
    show(details, '', {
      runEvents: async () => {
        asked += 1;
        return {
          items: [
            {
              id: 7,
              at: minutesAgo(3),
              type: 'TaskStateEntered',
              stateName: 'Prune',
            },
          ],
          pageInfo: asked === 1 ? { nextCursor: 'two' } : {},
        };
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /^Input/ }),
    );
    expect(
      await screen.findByRole('region', { name: 'Input' }),
    ).toHaveTextContent('"model_uri"');
    await userEvent.click(screen.getByRole('button', { name: /^Output/ }));
    expect(screen.getByRole('region', { name: 'Output' })).toHaveTextContent(
      'model.npz',
    );
    expect(asked).toBe(0);
    await userEvent.click(screen.getByRole('button', { name: /^Events/ }));
    expect(
      await screen.findByRole('row', { name: /^7 .*TaskStateEntered Prune/ }),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Next table page' }),
    );
    expect(await screen.findByText('Page 2')).toBeInTheDocument();
  });

  it.each([
    [{ state: 'reading', events: 0 }, 'Reading what happened in the run'],
    [
      { state: 'failed', events: 0, problem: 'AWS denied it.' },
      /AWS denied it. Steps, metrics and cost are missing/,
    ],
    [
      {
        state: 'partial',
        events: 5_000,
        problem: 'Only the first 5,000 events are kept.',
      },
      'Only the first 5,000 events are kept.',
    ],
  ] as const)(
    'says what is missing of its history: %j',
    async (history, text) => {
      show(runDetails(succeededRun(), { history }));
      expect(await screen.findByText(text)).toBeInTheDocument();
    },
  );

  it('says how old its history is when it could not be read anew', async () => {
    const history = {
      state: 'failed',
      events: 9,
      readAt: minutesAgo(5),
    } as const;
    show(runDetails(succeededRun(), { history }));
    expect(
      await screen.findByText(
        /Steps, metrics and cost are those of 5 minutes ago/,
      ),
    ).toBeInTheDocument();
  });

  it('says why there is no graph, and shows the steps', async () => {
    show(
      runDetails(succeededRun(), {
        graph: undefined,
        graphProblem: 'The role may not call states:DescribeStateMachine.',
      }),
    );
    expect(
      await screen.findByText(
        'The role may not call states:DescribeStateMachine.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('table', { name: 'Steps of the run' }),
    ).toBeInTheDocument();
  });

  it('holds the place of what is loading', async () => {
    renderAtAddress(<RunPage runId="slow" />, '/', {
      run: () => new Promise(() => {}),
    });
    expect(await screen.findByText('Loading the run')).toBeInTheDocument();
  });

  it('says what to do about a run that is not there', async () => {
    renderAtAddress(<RunPage runId="gone" />, '/', {
      run: () => Promise.reject(new NotFoundError('No such run')),
    });
    expect(
      await screen.findByText('There is no run gone to show'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All runs' })).toHaveAttribute(
      'href',
      '/mlinfra/runs',
    );
  });

  it('names the permission that a reader lacks', async () => {
    renderAtAddress(<RunPage runId="secret" />, '/', {
      run: () => Promise.reject(new NotAllowedError('Unauthorized')),
    });
    expect(
      await screen.findByText('You may not see the run'),
    ).toBeInTheDocument();
  });

  it('leaves nothing of one run on the page of another', async () => {
    function Both() {
      const [id, setId] = useState('one');
      return (
        <>
          <button type="button" onClick={() => setId('two')}>
            Other run
          </button>
          <RunPage runId={id} />
        </>
      );
    }
    renderAtAddress(<Both />, '/', {
      run: async id =>
        id === 'one'
          ? runDetails(succeededRun({ name: 'first' }))
          : new Promise(() => {}),
    });
    await screen.findByRole('heading', { name: 'first' });
    await userEvent.click(await screen.findByRole('tab', { name: 'Steps' }));
    await userEvent.click(screen.getByText('Other run'));
    expect(await screen.findByText('Loading the run')).toBeInTheDocument();
    expect(screen.queryByText('first')).not.toBeInTheDocument();
  });
});
