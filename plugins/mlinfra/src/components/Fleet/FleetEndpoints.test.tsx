import { NotAllowedError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  accountsResponse,
  awsEmulated,
  awsMissing,
  endpoint,
  everyKind,
  failedEndpoint,
  modelEndpoint,
} from '../../testing/fixtures';
import { renderWithMlinfra } from '../../__testUtils__/renderWithMlinfra';
import { FleetEndpoints } from './FleetEndpoints';

/** The filters hold native options with the same words. */
const inTable = { ignore: 'option, script, style' };

const noAccounts = () =>
  Promise.reject(new NotAllowedError('Unauthorized')) as Promise<never>;

const rows = Array.from({ length: 60 }, (_, index) =>
  endpoint({ id: `${index}`, entityRef: `component:default/speech-${index}` }),
);

async function choose(filter: string, option: string) {
  const user = userEvent.setup();
  await user.click(
    within(await screen.findByRole('search')).getByRole('button', {
      name: new RegExp(filter),
    }),
  );
  await user.click(await screen.findByRole('option', { name: option }));
}

describe('FleetEndpoints', () => {
  it('shows endpoints of all entities, each with a link to its entity', async () => {
    renderWithMlinfra(<FleetEndpoints />);

    expect(await screen.findByText('Live', inTable)).toBeInTheDocument();
    expect(screen.getByText('Failed', inTable)).toBeInTheDocument();
    expect(screen.getAllByRole('link', { name: /speech/ })[0]).toHaveAttribute(
      'href',
      '/catalog/default/component/speech',
    );
    expect(screen.getByText(endpoint().url ?? '')).toBeInTheDocument();
  });

  it('names the kind of each, and leads to its page', async () => {
    renderWithMlinfra(<FleetEndpoints />, { endpointRows: everyKind() });

    expect(await screen.findByText('ECS service', inTable)).toBeInTheDocument();
    expect(screen.getAllByText('SageMaker endpoint', inTable)).toHaveLength(2);
    expect(screen.getByText('HTTP API', inTable)).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'tabular-churn-dev-model' }),
    ).toHaveAttribute('href', `/mlinfra/endpoints/${modelEndpoint().key}`);
  });

  it('has the backend filter, and offers what accounts and rows know', async () => {
    const api = renderWithMlinfra(<FleetEndpoints />);
    const list = jest.spyOn(api, 'listEndpoints');
    expect(await screen.findByText('Live', inTable)).toBeInTheDocument();

    await choose('Environment', 'prod');
    await waitFor(() =>
      expect(screen.queryByText('Live', inTable)).not.toBeInTheDocument(),
    );
    expect(await screen.findByText('Failed', inTable)).toBeInTheDocument();
    expect(list).toHaveBeenLastCalledWith(
      expect.objectContaining({ environment: 'prod', cursor: undefined }),
    );

    await choose('Account', 'ml-dev (123456789012)');
    expect(
      await screen.findByText(/Nothing matches these filters/),
    ).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByText('Live', inTable)).toBeInTheDocument();
  });

  it('filters by status', async () => {
    const api = renderWithMlinfra(<FleetEndpoints />);
    const list = jest.spyOn(api, 'listEndpoints');
    expect(await screen.findByText('Live', inTable)).toBeInTheDocument();

    await choose('Status', 'Failed');
    await waitFor(() =>
      expect(list).toHaveBeenLastCalledWith(
        expect.objectContaining({ status: 'failed' }),
      ),
    );
  });

  it('filters by kind', async () => {
    renderWithMlinfra(<FleetEndpoints />, { endpointRows: everyKind() });
    expect(await screen.findByText('HTTP API', inTable)).toBeInTheDocument();

    await choose('Kind', 'ECS service');
    await waitFor(() =>
      expect(screen.queryByText('HTTP API', inTable)).not.toBeInTheDocument(),
    );
    // One is what was chosen, the other the row.
    expect(screen.getAllByText('ECS service', inTable)).toHaveLength(2);
  });

  it('pages forwards and back by cursors', async () => {
    renderWithMlinfra(<FleetEndpoints />, { endpointRows: rows });
    expect(await screen.findByText('speech-0')).toBeInTheDocument();
    expect(screen.queryByText('speech-25')).not.toBeInTheDocument();
    expect(screen.getByText('Page 1')).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: 'Next table page' }),
    );
    expect(await screen.findByText('speech-25')).toBeInTheDocument();
    expect(screen.queryByText('speech-0')).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Next table page' }),
    );
    expect(await screen.findByText('speech-59')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Next table page' }),
    ).toBeDisabled();

    await userEvent.click(
      screen.getByRole('button', { name: 'Previous table page' }),
    );
    expect(await screen.findByText('speech-25')).toBeInTheDocument();
  });

  it('starts at the first page of another filter', async () => {
    renderWithMlinfra(<FleetEndpoints />, {
      endpointRows: [...rows, failedEndpoint({ id: 'failed' })],
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next table page' }),
    );
    expect(await screen.findByText('speech-25')).toBeInTheDocument();

    await choose('Environment', 'dev');
    expect(await screen.findByText('speech-0')).toBeInTheDocument();
  });

  it('works for those who may not see the accounts', async () => {
    renderWithMlinfra(<FleetEndpoints />, { accounts: noAccounts });

    expect(await screen.findByText('Live', inTable)).toBeInTheDocument();
    await choose('Account', 'ml-prod (210987654321)');
    await waitFor(() =>
      expect(screen.queryByText('Live', inTable)).not.toBeInTheDocument(),
    );
  });

  it('says how the first endpoint comes to be', async () => {
    renderWithMlinfra(<FleetEndpoints />, { endpointRows: [] });

    expect(
      await screen.findByText(/Create one with a template/),
    ).toBeInTheDocument();
  });

  it('says plainly that no AWS is connected', async () => {
    renderWithMlinfra(<FleetEndpoints />, {
      endpointRows: [],
      accounts: async () => accountsResponse({ aws: awsMissing, items: [] }),
    });

    expect(
      await screen.findByText('No AWS account is connected'),
    ).toBeInTheDocument();
  });

  it('marks an emulated AWS', async () => {
    renderWithMlinfra(<FleetEndpoints />, {
      accounts: async () => accountsResponse({ aws: awsEmulated }),
    });

    expect(await screen.findByText('Emulated AWS')).toBeInTheDocument();
  });

  it('names the permission that a reader lacks', async () => {
    renderWithMlinfra(<FleetEndpoints />, {
      listError: new NotAllowedError('Unauthorized'),
    });

    expect(
      await screen.findByText('You may not see endpoints'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
  });
});
