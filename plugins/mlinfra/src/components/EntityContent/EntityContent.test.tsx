import { NotAllowedError } from '@backstage/errors';
import type { RefreshResponse } from '@mlinfra/plugin-mlinfra-common';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  awsMissing,
  budget,
  budgetsResponse,
  componentEntity,
  emulatedEndpoint,
  endpoint,
  endpointsResponse,
  entityRunsResponse,
} from '../../testing/fixtures';
import { renderOnEntity } from '../../__testUtils__/renderOnEntity';
import { EntityContent } from './EntityContent';

const noPipelines = {
  entityRuns: async () => entityRunsResponse({ items: [], pipelines: [] }),
};
const missing = { aws: awsMissing, items: [], collections: [] };

describe('EntityContent', () => {
  it('A2 shows the function behind an endpoint and where it runs', async () => {
    renderOnEntity(<EntityContent />, noPipelines);

    expect(
      await screen.findByText(
        'State: Active · Last update: Successful · 3008 MB · 900 s timeout · Image',
      ),
    ).toBeInTheDocument();
    expect(screen.getAllByText('ml-dev (123456789012)')).toHaveLength(2);
    expect(screen.getByText('eu-central-1')).toBeInTheDocument();
    expect(screen.getByText('REST API')).toBeInTheDocument();
    expect(screen.getByText('2026-01-30 09:15 UTC')).toBeInTheDocument();
    expect(
      screen.getByText('Stage v1 is deployed and its function is active.'),
    ).toBeInTheDocument();
  });

  it('A5 shows a request to copy, and where its key comes from', async () => {
    renderOnEntity(<EntityContent />);

    const request = await screen.findByRole('region', {
      name: 'example request',
    });
    expect(request).toHaveTextContent(`curl -X POST '${endpoint().url}'`);
    expect(request).toHaveTextContent('x-api-key: $API_KEY');
    expect(
      screen.getByText(/terraform output -raw api_key/),
    ).toBeInTheDocument();
  });

  it('shows a budget beside the endpoints, and says how late its figures are', async () => {
    renderOnEntity(<EntityContent />);

    expect(await screen.findByText('Within budget')).toBeInTheDocument();
    expect(
      screen.getByText(/AWS updates a budget up to three times a day/),
    ).toBeInTheDocument();
  });

  it('offers no console of an emulated account, also where another is real', async () => {
    renderOnEntity(<EntityContent />, {
      endpoints: async () => endpointsResponse({ items: [emulatedEndpoint()] }),
      budgets: async () =>
        budgetsResponse({ items: [budget({ consoleUrl: undefined })] }),
      ...noPipelines,
    });

    expect(await screen.findByText('Live')).toBeInTheDocument();
    expect(await screen.findByText('Within budget')).toBeInTheDocument();
    expect(screen.queryByText('AWS console')).not.toBeInTheDocument();
  });

  it('says once that no AWS is connected', async () => {
    renderOnEntity(<EntityContent />, {
      endpoints: async () => endpointsResponse(missing),
      budgets: async () => budgetsResponse(missing),
    });

    expect(
      await screen.findByText('No AWS account is connected'),
    ).toBeInTheDocument();
  });

  it('says once how to deploy when there is nothing at all', async () => {
    renderOnEntity(<EntityContent />, {
      endpoints: async () => endpointsResponse({ items: [] }),
      budgets: async () => budgetsResponse({ items: [] }),
    });

    expect(
      await screen.findByText(/No AWS budget watches/),
    ).toBeInTheDocument();
    expect(
      screen.getAllByRole('region', { name: 'deploy command' }),
    ).toHaveLength(1);
  });

  it('shows the endpoints to those who may not see costs', async () => {
    renderOnEntity(<EntityContent />, {
      budgets: () => Promise.reject(new NotAllowedError('Unauthorized')),
    });

    expect(await screen.findByText('Live')).toBeInTheDocument();
    expect(screen.getByText('You may not see budgets')).toBeInTheDocument();
  });

  it('refreshes both by one button, once however often it is clicked', async () => {
    let accept: (answer: RefreshResponse) => void = () => {};
    const refresh = jest.fn(
      () =>
        new Promise<RefreshResponse>(resolve => {
          accept = resolve;
        }),
    );
    const endpoints = jest.fn(async () => endpointsResponse());
    const budgets = jest.fn(async () => budgetsResponse());
    renderOnEntity(<EntityContent />, { refresh, endpoints, budgets });

    const button = await screen.findByRole('button', { name: 'Refresh' });
    await userEvent.dblClick(button);
    await userEvent.click(button);
    await act(async () =>
      accept({ status: 'too-soon', retryAfterSeconds: 42 }),
    );
    expect(
      await screen.findByText(
        'Collected moments ago. The next refresh is possible in 42 seconds.',
      ),
    ).toBeInTheDocument();
    await waitFor(() => expect(budgets).toHaveBeenCalledTimes(2));
    expect(endpoints).toHaveBeenCalledTimes(2);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('offers the button to those who may not see endpoints but may refresh', async () => {
    renderOnEntity(<EntityContent />, {
      endpoints: () => Promise.reject(new NotAllowedError('Unauthorized')),
    });

    expect(
      await screen.findByRole('button', { name: 'Refresh' }),
    ).toBeInTheDocument();
  });

  it('hides the button from those who may not refresh', async () => {
    // Answers about permissions are remembered by entity.
    const entity = componentEntity('guarded');
    renderOnEntity(
      <EntityContent />,
      {},
      { entity, denied: ['mlinfra.refresh'] },
    );

    expect(await screen.findByText('Live')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Refresh' }),
    ).not.toBeInTheDocument();
  });
});
