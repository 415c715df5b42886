import { NotAllowedError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  accountsResponse,
  awsMissing,
  runId,
  succeededRun,
} from '../../testing/fixtures';
import { renderWithMlinfra } from '../../__testUtils__/renderWithMlinfra';
import { FleetRuns } from './FleetRuns';

/** The filters hold native options with the same words. */
const inTable = { ignore: 'option, script, style' };

async function choose(filter: string, option: string) {
  const user = userEvent.setup();
  await user.click(
    within(await screen.findByRole('search')).getByRole('button', {
      name: new RegExp(filter),
    }),
  );
  await user.click(await screen.findByRole('option', { name: option }));
}

describe('FleetRuns', () => {
  it('shows every status in words, whose run it is, and the way to it', async () => {
    renderWithMlinfra(<FleetRuns />);

    for (const status of [
      'Running',
      'Succeeded',
      'Failed',
      'Rejected',
      'Stopped',
      'Timed out',
      'Unknown',
    ]) {
      expect(await screen.findByText(status, inTable)).toBeInTheDocument();
    }
    expect(
      screen.getByRole('link', { name: succeededRun().name }),
    ).toHaveAttribute('href', `/mlinfra/runs/${runId('succeeded')}`);
    expect(screen.getAllByRole('link', { name: 'speech' })[0]).toHaveAttribute(
      'href',
      '/catalog/default/component/speech',
    );
    expect(screen.getByText('prod · ml-prod · eu-west-1')).toBeInTheDocument();
    expect(screen.getByText('at most $0.0042')).toBeInTheDocument();
  });

  it('has the backend filter by status, pipeline, environment, account and time', async () => {
    const api = renderWithMlinfra(<FleetRuns />);
    const list = jest.spyOn(api, 'listRuns');
    await screen.findByText('Running', inTable);

    await choose('Pipeline', 'audio-speech-prod-compression');
    await waitFor(() =>
      expect(screen.queryByText('Running', inTable)).not.toBeInTheDocument(),
    );
    expect(await screen.findByText('Timed out', inTable)).toBeInTheDocument();
    await choose('Environment', 'prod');
    await choose('Account', 'ml-prod (210987654321)');
    await choose('Status', 'Timed out');
    await choose('Started', 'In the last 7 days');
    await waitFor(() =>
      expect(list).toHaveBeenLastCalledWith(
        expect.objectContaining({
          environment: 'prod',
          accountId: '210987654321',
          status: 'timed-out',
          pipelineId: expect.stringMatching(/audio-speech-prod-compression$/),
          from: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        }),
      ),
    );
    expect(list.mock.calls.at(-1)?.[0]).not.toHaveProperty('period');
    const from = Date.parse(list.mock.calls.at(-1)?.[0]?.from ?? '');
    expect((Date.now() - from) / 86_400_000).toBeCloseTo(7, 1);
    expect(
      within(screen.getByRole('grid')).getByText('Timed out'),
    ).toBeInTheDocument();

    await choose('Started', 'In the last 24 hours');
    expect(
      await screen.findByText(/Nothing matches these filters/),
    ).toBeInTheDocument();
  });

  it('pages forwards and back by cursors', async () => {
    renderWithMlinfra(<FleetRuns />, {
      runRows: Array.from({ length: 30 }, (_, index) =>
        succeededRun({ id: `${index}`, name: `run-${index}` }),
      ),
    });
    expect(await screen.findByText('run-0')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Next table page' }),
    );
    expect(await screen.findByText('run-29')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous table page' }),
    );
    expect(await screen.findByText('run-0')).toBeInTheDocument();
  });

  it('compares two selected runs; a third takes the place of the first', async () => {
    renderWithMlinfra(<FleetRuns />);
    const row = async (status: string) =>
      within(
        (await screen.findByText(status, inTable)).closest(
          '[role="row"]',
        ) as HTMLElement,
      ).getByRole('checkbox');
    expect(
      await screen.findByRole('button', { name: 'Compare' }),
    ).toBeDisabled();

    await userEvent.click(await row('Succeeded'));
    expect(screen.getByText('1 of 2 selected')).toBeInTheDocument();
    await userEvent.click(await row('Failed'));
    expect(screen.getByRole('link', { name: 'Compare' })).toHaveAttribute(
      'href',
      `/mlinfra/runs/compare?a=${runId('succeeded')}&b=${runId('failed')}`,
    );
    await userEvent.click(await row('Rejected'));
    expect(screen.getByRole('link', { name: 'Compare' })).toHaveAttribute(
      'href',
      `/mlinfra/runs/compare?a=${runId('failed')}&b=${runId('rejected')}`,
    );
  });

  it('gives the table its selection from the first row on', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation();
    renderWithMlinfra(<FleetRuns />);
    expect(await screen.findAllByRole('checkbox')).not.toHaveLength(0);
    expect(warn).not.toHaveBeenCalledWith(
      expect.stringContaining('uncontrolled'),
    );
    warn.mockRestore();
  });

  it('says how the first run comes to be', async () => {
    renderWithMlinfra(<FleetRuns />, { runRows: [] });
    expect(
      await screen.findByText(/deploy it and start a run/),
    ).toBeInTheDocument();
  });

  it('says plainly that no AWS is connected', async () => {
    renderWithMlinfra(<FleetRuns />, {
      runRows: [],
      accounts: async () => accountsResponse({ aws: awsMissing, items: [] }),
    });
    expect(
      await screen.findByText('No AWS account is connected'),
    ).toBeInTheDocument();
  });

  it('names the permission that a reader lacks', async () => {
    renderWithMlinfra(<FleetRuns />, {
      runListError: new NotAllowedError('Unauthorized'),
    });
    expect(await screen.findByText('You may not see runs')).toBeInTheDocument();
  });
});
