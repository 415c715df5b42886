import { NotAllowedError } from '@backstage/errors';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  awsEmulated,
  awsMissing,
  collection,
  deniedPipeline,
  entityRunsResponse,
  expressPipeline,
  failedRun,
  pipeline,
  pipelineEntity,
  prodPipeline,
  runId,
  runningRun,
  succeededRun,
  throttledPipeline,
  timedOutRun,
} from '../../testing/fixtures';
import { renderOnEntity } from '../../__testUtils__/renderOnEntity';
import { RunsCard } from './RunsCard';

const entity = pipelineEntity();

const items = () => within(screen.getAllByRole('list')[0]);

describe('RunsCard', () => {
  it('shows each pipeline’s newest runs: status, when, how long, at what cost', async () => {
    renderOnEntity(<RunsCard />, {}, { entity });

    expect(
      await screen.findByRole('heading', {
        name: 'audio-speech-dev-compression',
      }),
    ).toBeInTheDocument();
    expect(items().getByText('Running')).toBeInTheDocument();
    expect(items().getByText('Succeeded')).toBeInTheDocument();
    expect(items().getByText('Failed')).toBeInTheDocument();
    expect(items().getByText(/took 6 min/)).toBeInTheDocument();
    expect(items().getByText(/1 min 3\d s so far/)).toBeInTheDocument();
    expect(items().getByText('$0.0187')).toBeInTheDocument();
    expect(items().getByText('at most $0.0042')).toBeInTheDocument();
    expect(items().getByText('Timed out')).toBeInTheDocument();
    expect(items().getByText('not known')).toBeInTheDocument();
    // Only the newest three of each.
    expect(items().queryByText('Rejected')).not.toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: succeededRun().name }),
    ).toHaveAttribute('href', `/mlinfra/runs/${runId('succeeded')}`);
    expect(screen.getByRole('link', { name: 'All runs' })).toHaveAttribute(
      'href',
      '/entity-tab',
    );
  });

  it('C3 shows dev before prod', async () => {
    renderOnEntity(
      <RunsCard />,
      {
        entityRuns: async () =>
          entityRunsResponse({ pipelines: [prodPipeline(), pipeline()] }),
      },
      { entity },
    );

    const names = (await screen.findAllByRole('heading', { level: 4 })).map(
      heading => heading.textContent,
    );
    expect(names).toEqual([
      'audio-speech-dev-compression',
      'audio-speech-prod-compression',
    ]);
  });

  it('shows the newest run of a pipeline that busier ones left no room for', async () => {
    const { id, name, status, startedAt, stoppedAt } = timedOutRun();
    renderOnEntity(
      <RunsCard />,
      {
        entityRuns: async () =>
          entityRunsResponse({
            items: [succeededRun()],
            pipelines: [
              pipeline(),
              prodPipeline({
                latestRun: { id, name, status, startedAt, stoppedAt },
              }),
            ],
          }),
      },
      { entity },
    );
    expect(await screen.findByText('Timed out')).toBeInTheDocument();
  });

  it('holds the place of what is loading', async () => {
    renderOnEntity(
      <RunsCard />,
      { entityRuns: () => new Promise(() => {}) },
      { entity },
    );
    expect(await screen.findByText('Loading runs')).toBeInTheDocument();
  });

  it('says why there is nothing, and how to deploy', async () => {
    renderOnEntity(
      <RunsCard />,
      {
        entityRuns: async () =>
          entityRunsResponse({ items: [], pipelines: [] }),
      },
      { entity },
    );
    expect(
      await screen.findByText(
        'Nothing of component:default/speech runs as a pipeline in AWS yet',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: 'deploy command' }),
    ).toBeInTheDocument();
  });

  it('does not call a search that has not happened an empty result', async () => {
    renderOnEntity(
      <RunsCard />,
      {
        entityRuns: async () =>
          entityRunsResponse({
            items: [],
            pipelines: [],
            collections: [
              collection({
                lastAttemptAt: undefined,
                lastSuccessAt: undefined,
              }),
            ],
          }),
      },
      { entity },
    );
    expect(
      await screen.findByText('Looking for pipelines for the first time'),
    ).toBeInTheDocument();
  });

  it('says that a pipeline has had no run', async () => {
    renderOnEntity(
      <RunsCard />,
      {
        entityRuns: async () =>
          entityRunsResponse({
            items: [],
            pipelines: [pipeline({ latestRun: undefined })],
          }),
      },
      { entity },
    );
    expect(await screen.findByText('No run yet.')).toBeInTheDocument();
  });

  it('says plainly that no AWS is connected, and marks an emulated one', async () => {
    const { showEntity } = renderOnEntity(
      <RunsCard />,
      {
        entityRuns: async entityRef =>
          entityRunsResponse({
            aws: entityRef.endsWith('/speech') ? awsMissing : awsEmulated,
          }),
      },
      { entity },
    );
    expect(
      await screen.findByText('No AWS account is connected'),
    ).toBeInTheDocument();
    showEntity(pipelineEntity('other'));
    expect(await screen.findByText('Emulated AWS')).toBeInTheDocument();
  });

  it('names the permission that a reader lacks', async () => {
    renderOnEntity(
      <RunsCard />,
      { entityRuns: () => Promise.reject(new NotAllowedError('Unauthorized')) },
      { entity },
    );
    expect(await screen.findByText('You may not see runs')).toBeInTheDocument();
  });

  it('shows beside a pipeline why its runs are old, and goes on with the others', async () => {
    renderOnEntity(
      <RunsCard />,
      {
        entityRuns: async () =>
          entityRunsResponse({
            pipelines: [
              pipeline(),
              throttledPipeline(),
              { ...deniedPipeline(), id: 'denied' },
            ],
          }),
      },
      { entity },
    );
    expect(
      await screen.findByText('AWS is slowing down the list of runs'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('The runs shown are those of 45 minutes ago.'),
    ).toBeInTheDocument();
    expect(screen.getByText('AWS denied the list of runs')).toBeInTheDocument();
    expect(
      screen.getByText('No run of it has been read yet.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Succeeded')).toBeInTheDocument();
  });

  it('explains why an express state machine shows no runs, and offers none', async () => {
    renderOnEntity(
      <RunsCard />,
      {
        entityRuns: async () =>
          entityRunsResponse({ items: [], pipelines: [expressPipeline()] }),
      },
      { entity },
    );
    expect(
      await screen.findByText(/AWS keeps no list of its runs/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /Start a run/ }),
    ).not.toBeInTheDocument();
  });

  it('says who may not start runs why, instead of a button', async () => {
    renderOnEntity(
      <RunsCard />,
      {
        entityRuns: async () =>
          entityRunsResponse({ rights: { start: false, stop: false } }),
      },
      { entity },
    );
    expect(
      await screen.findByText(/the permission mlinfra.run.start is missing/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /Start a run/ }),
    ).not.toBeInTheDocument();
  });

  it('never shows one entity’s runs on another’s page', async () => {
    const answers = new Map<string, () => void>();
    const { showEntity } = renderOnEntity(
      <RunsCard />,
      {
        entityRuns: entityRef =>
          new Promise(resolve => {
            answers.set(entityRef, () =>
              resolve(
                entityRunsResponse({
                  entityRef,
                  items: [failedRun({ name: `run of ${entityRef}` })],
                }),
              ),
            );
          }),
      },
      { entity },
    );
    await waitFor(() => expect(answers.size).toBe(1));
    await act(async () => answers.get('component:default/speech')?.());
    expect(
      await screen.findByText('run of component:default/speech'),
    ).toBeInTheDocument();

    showEntity(pipelineEntity('other'));
    expect(
      screen.queryByText('run of component:default/speech'),
    ).not.toBeInTheDocument();
    await act(async () => answers.get('component:default/other')?.());
    expect(
      await screen.findByText('run of component:default/other'),
    ).toBeInTheDocument();
  });

  it('refreshes, and shows what was collected', async () => {
    let calls = 0;
    renderOnEntity(
      <RunsCard />,
      {
        refresh: async () => ({ status: 'too-soon', retryAfterSeconds: 20 }),
        entityRuns: async () => {
          calls += 1;
          return entityRunsResponse({
            items: [calls === 1 ? failedRun() : runningRun()],
          });
        },
      },
      { entity },
    );
    expect(await screen.findByText('Failed')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(await screen.findByText('Running')).toBeInTheDocument();
  });
});
