import { ServiceUnavailableError } from '@backstage/errors';
import type { RunListQuery } from '@mlinfra/plugin-mlinfra-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  componentEntity,
  entityRunsResponse,
  pipeline,
  pipelineEntity,
  prodPipeline,
  runId,
  runningRun,
  succeededRun,
} from '../../testing/fixtures';
import { renderOnEntity } from '../../__testUtils__/renderOnEntity';
import { EntityContent } from '../EntityContent/EntityContent';

const entity = pipelineEntity();
const grid = async () => {
  const table = within(await screen.findByRole('grid'));
  await table.findAllByRole('rowheader');
  return table;
};

describe('the runs on an entity’s tab', () => {
  it('lists pipelines with their last run, and all runs below', async () => {
    renderOnEntity(<EntityContent />, {}, { entity });

    const rows = await grid();
    expect(rows.getByText('Rejected')).toBeInTheDocument();
    expect(rows.getByText('Unknown')).toBeInTheDocument();
    expect(
      rows.getByRole('link', { name: succeededRun().name }),
    ).toHaveAttribute('href', `/mlinfra/runs/${runId('succeeded')}`);
    expect(
      screen.getByRole('heading', { name: prodPipeline().name }),
    ).toBeInTheDocument();
  });

  it('has the backend filter and page, and keeps the pipelines in sight', async () => {
    const asked: RunListQuery[] = [];
    const many = Array.from({ length: 30 }, (_, index) =>
      succeededRun({ id: `${index}`, name: `run-${index}` }),
    );
    renderOnEntity(
      <EntityContent />,
      {
        entityRuns: async (entityRef, query) => {
          asked.push(query);
          const start = Number(query.cursor ?? 0);
          return entityRunsResponse({
            entityRef,
            items: query.status ? [] : many.slice(start, start + 25),
            pageInfo: start === 0 && !query.status ? { nextCursor: '25' } : {},
          });
        },
      },
      { entity },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next table page' }),
    );
    expect(await screen.findByText('run-29')).toBeInTheDocument();
    expect(asked.at(-1)).toMatchObject({ cursor: '25', limit: 25 });

    await userEvent.click(
      within(screen.getByRole('search')).getByRole('button', {
        name: /Status/,
      }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Failed' }),
    );
    expect(
      await screen.findByText(/Nothing matches these filters/),
    ).toBeInTheDocument();
    expect(asked.at(-1)).toMatchObject({ status: 'failed', cursor: undefined });
    expect(
      screen.getByRole('heading', { name: pipeline().name }),
    ).toBeInTheDocument();
  });

  it('selects two runs for comparison by keyboard', async () => {
    renderOnEntity(<EntityContent />, {}, { entity });
    const [, first, second] = (await grid()).getAllByRole('checkbox');
    first.focus();
    await userEvent.keyboard(' ');
    second.focus();
    await userEvent.keyboard(' ');
    expect(screen.getByRole('link', { name: 'Compare' })).toHaveAttribute(
      'href',
      `/mlinfra/runs/compare?a=${runId('running')}&b=${runId('succeeded')}`,
    );
  });

  it('forgets one entity’s runs and selection on another’s page', async () => {
    const { showEntity } = renderOnEntity(
      <EntityContent />,
      {
        entityRuns: async entityRef =>
          entityRunsResponse({
            entityRef,
            items: [succeededRun({ name: `run of ${entityRef}` })],
          }),
      },
      { entity },
    );
    await userEvent.click((await grid()).getAllByRole('checkbox')[1]);
    expect(screen.getByText('1 of 2 selected')).toBeInTheDocument();

    showEntity(pipelineEntity('other'));
    expect(
      await (await grid()).findByText('run of component:default/other'),
    ).toBeInTheDocument();
    expect(
      screen.queryByText('run of component:default/speech'),
    ).not.toBeInTheDocument();
    expect(screen.queryByText('1 of 2 selected')).not.toBeInTheDocument();
  });

  it('says that the runs could not be loaded, and tries again', async () => {
    let works = false;
    renderOnEntity(
      <EntityContent />,
      {
        entityRuns: async () => {
          if (!works) {
            throw new ServiceUnavailableError('The database does not answer.');
          }
          return entityRunsResponse();
        },
      },
      { entity },
    );
    expect(await screen.findByText('Could not load runs')).toBeInTheDocument();
    works = true;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect((await grid()).getByText('Running')).toBeInTheDocument();
  });

  it('shows nothing of runs where there is no pipeline and none is expected', async () => {
    renderOnEntity(
      <EntityContent />,
      {
        entityRuns: async () =>
          entityRunsResponse({ items: [], pipelines: [] }),
      },
      { entity: componentEntity() },
    );
    expect(await screen.findByText('Example request')).toBeInTheDocument();
    expect(
      screen.queryByRole('heading', { name: 'Runs' }),
    ).not.toBeInTheDocument();
  });

  it('follows a list while a run goes on, and stops when nobody looks or it has ended', async () => {
    let calls = 0;
    let status: 'running' | 'succeeded' = 'running';
    const hidden = jest.spyOn(document, 'hidden', 'get');
    const look = (away: boolean) => {
      hidden.mockReturnValue(away);
      act(() => {
        document.dispatchEvent(new Event('visibilitychange'));
      });
    };
    renderOnEntity(
      <EntityContent />,
      {
        entityRuns: async () => {
          calls += 1;
          return entityRunsResponse({
            pipelines: [pipeline()],
            items: [status === 'running' ? runningRun() : succeededRun()],
          });
        },
      },
      { entity },
    );
    (await grid()).getByText('Running');
    look(true);
    const before = calls;
    await act(() => new Promise(resolve => setTimeout(resolve, 200)));
    expect(calls).toBe(before);

    status = 'succeeded';
    look(false);
    await waitFor(() => expect(calls).toBeGreaterThan(before));
    expect(await (await grid()).findByText('Succeeded')).toBeInTheDocument();
    hidden.mockRestore();
  });
});
