import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { EntityEndpointsResponse } from '@mlinfra/plugin-mlinfra-common';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  awsEmulated,
  awsMissing,
  collection,
  componentEntity,
  deniedCollection,
  emulatedEndpoint,
  endpoint,
  endpointsResponse,
  failedEndpoint,
} from '../../testing/fixtures';
import { renderOnEntity } from '../../__testUtils__/renderOnEntity';
import { EndpointsCard } from './EndpointsCard';

describe('EndpointsCard', () => {
  it('A11 shows where an endpoint is, how it is called and that it is live', async () => {
    renderOnEntity(<EndpointsCard />);

    expect(
      await screen.findByText(`POST ${endpoint().url}`),
    ).toBeInTheDocument();
    expect(screen.getByText('Live')).toBeInTheDocument();
    expect(screen.getByText('dev')).toBeInTheDocument();
    expect(screen.getByText('audio-speech-dev-api')).toBeInTheDocument();
    expect(screen.getByText('Authentication: API key')).toBeInTheDocument();
    // Once: the only row is as old as the header says.
    expect(screen.getByText('Collected 3 minutes ago')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open API docs' })).toHaveAttribute(
      'href',
      '/catalog/default/api/speech/definition',
    );
    expect(screen.getByRole('link', { name: /AWS console/ })).toHaveAttribute(
      'href',
      endpoint().consoleUrl,
    );
  });

  it('holds the place of what is loading, with the title already there', async () => {
    renderOnEntity(<EndpointsCard />, {
      endpoints: () => new Promise(() => {}),
    });

    expect(
      await screen.findByRole('heading', { name: 'Endpoints' }),
    ).toBeInTheDocument();
    expect(screen.getByText('Loading endpoints')).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('says why there is nothing, where it was looked for and how to deploy', async () => {
    renderOnEntity(<EndpointsCard />, {
      endpoints: async () => endpointsResponse({ items: [] }),
    });

    expect(
      await screen.findByText(
        'Nothing of component:default/speech answers requests in AWS yet',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('ml-dev (123456789012), eu-central-1: 3 minutes ago'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/its tag backstage.io\/entity-ref is/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: 'deploy command' }),
    ).toHaveTextContent(/^scripts\/deploy.sh inference-api dev$/);
    expect(
      screen.getByText('Deploy it: in its repository, run'),
    ).toBeInTheDocument();
  });

  it('C15 says how to deploy to an emulated AWS, and where', async () => {
    renderOnEntity(<EndpointsCard />, {
      endpoints: async () => endpointsResponse({ aws: awsEmulated, items: [] }),
    });

    expect(
      await screen.findByRole('region', { name: 'deploy command' }),
    ).toHaveTextContent(
      /^npm run emulated -- apply repositories\/audio\/speech inference-api dev$/,
    );
    expect(
      screen.getByText(/in the portal’s own checkout/),
    ).toBeInTheDocument();
  });

  it('C3 shows dev before prod, whatever order they come in', async () => {
    renderOnEntity(<EndpointsCard />, {
      endpoints: async () =>
        endpointsResponse({ items: [failedEndpoint(), endpoint()] }),
    });

    const names = (await screen.findAllByRole('heading', { level: 4 })).map(
      heading => heading.textContent,
    );
    expect(names).toEqual(['audio-speech-dev-api', 'audio-speech-prod-api']);
  });

  it('says that no account may be searched, when that is why there is nothing', async () => {
    renderOnEntity(<EndpointsCard />, {
      endpoints: async () => endpointsResponse({ items: [], collections: [] }),
    });

    expect(
      await screen.findByText(/No account may be searched for this entity/),
    ).toBeInTheDocument();
  });

  it('does not call a search that has not happened an empty result', async () => {
    renderOnEntity(<EndpointsCard />, {
      endpoints: async () =>
        endpointsResponse({
          items: [],
          collections: [
            collection({ lastAttemptAt: undefined, lastSuccessAt: undefined }),
          ],
        }),
    });

    expect(
      await screen.findByText('Looking for endpoints for the first time'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/answers requests/)).not.toBeInTheDocument();
  });

  it('says plainly that no AWS is connected, and what to do', async () => {
    renderOnEntity(<EndpointsCard />, {
      endpoints: async () =>
        endpointsResponse({ aws: awsMissing, items: [], collections: [] }),
    });

    expect(
      await screen.findByText('No AWS account is connected'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: 'app-config.yaml' }),
    ).toHaveTextContent('mlinfra: accounts:');
    expect(
      screen.getByText(/install Python 3 and run npm start/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Refresh' }),
    ).not.toBeInTheDocument();
  });

  it('names an error and tries again', async () => {
    let works = false;
    renderOnEntity(<EndpointsCard />, {
      endpoints: async () => {
        if (!works) {
          throw new Error('The database does not answer');
        }
        return endpointsResponse();
      },
    });

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Could not load endpoints');
    expect(alert).toHaveTextContent('The database does not answer');
    expect(
      screen.getByRole('heading', { name: 'Endpoints' }),
    ).toBeInTheDocument();

    works = true;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Live')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it.each([
    [
      'a missing permission',
      new NotAllowedError('Unauthorized'),
      'You may not see endpoints',
      'mlinfra.inventory.read',
    ],
    [
      'an unknown entity',
      new NotFoundError('No entity'),
      'The portal does not find endpoints',
      'removed from the catalog',
    ],
  ])('says %s in its own words', async (_case, error, title, description) => {
    renderOnEntity(<EndpointsCard />, {
      endpoints: () => Promise.reject(error),
    });

    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(screen.getByText(new RegExp(description))).toBeInTheDocument();
  });

  it('shows the other accounts when one of them fails, and says which failed and what to do', async () => {
    const denied = deniedCollection();
    renderOnEntity(<EndpointsCard />, {
      endpoints: async () =>
        endpointsResponse({
          items: [
            endpoint(),
            failedEndpoint({ collectedAt: denied.lastSuccessAt }),
          ],
          collections: [collection(), denied],
        }),
    });

    expect(
      await screen.findByText(
        'AWS denied access to account ml-prod (210987654321)',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/Add the statement "Inventory"/),
    ).toBeInTheDocument();
    expect(screen.getByText('Live')).toBeInTheDocument();
    expect(screen.getByText('Failed')).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'See all accounts' }),
    ).toHaveAttribute('href', '/mlinfra/accounts');

    const [fresh, old] = screen
      .getAllByRole('listitem')
      .map(item => within(item));
    expect(fresh.getByText('Collected 3 minutes ago')).toBeInTheDocument();
    expect(old.getByText('Stale: collected 1 day ago')).toBeInTheDocument();
  });

  it('marks an emulated AWS, and offers no console that leads nowhere', async () => {
    renderOnEntity(<EndpointsCard />, {
      endpoints: async () =>
        endpointsResponse({ aws: awsEmulated, items: [emulatedEndpoint()] }),
    });

    expect(await screen.findByText('Emulated AWS')).toBeInTheDocument();
    expect(screen.queryByText('AWS console')).not.toBeInTheDocument();
  });

  it('says why an endpoint does not work', async () => {
    renderOnEntity(<EndpointsCard />, {
      endpoints: async () => endpointsResponse({ items: [failedEndpoint()] }),
    });

    expect(
      await screen.findByText(/the image of its last update cannot be pulled/),
    ).toBeInTheDocument();
  });

  it('never shows a status it does not know as live', async () => {
    renderOnEntity(<EndpointsCard />, {
      endpoints: async () =>
        endpointsResponse({
          items: [JSON.parse(JSON.stringify({ ...endpoint(), status: 'new' }))],
        }),
    });

    expect(await screen.findByText('Unknown')).toBeInTheDocument();
    expect(screen.queryByText('Live')).not.toBeInTheDocument();
  });

  it('leads to the example request where the entity provides no API', async () => {
    renderOnEntity(
      <EndpointsCard />,
      {},
      { entity: componentEntity('speech', { relations: [] }) },
    );

    expect(
      await screen.findByRole('link', { name: 'How to call it' }),
    ).toHaveAttribute('href', '/entity-tab');
  });

  it('copies the URL and says so', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    renderOnEntity(<EndpointsCard />);
    const button = await screen.findByRole('button', {
      name: 'Copy URL of audio-speech-dev-api',
    });

    await user.click(button);
    expect(write).toHaveBeenCalledWith(endpoint().url);
    expect(await screen.findAllByText('Copied')).not.toHaveLength(0);
  });

  it('says so when the browser refuses to copy', async () => {
    const user = userEvent.setup();
    jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new Error('denied'));
    renderOnEntity(<EndpointsCard />);

    await user.click(await screen.findByRole('button', { name: /^Copy URL/ }));
    expect(
      await screen.findAllByText(/The browser refused to copy/),
    ).not.toHaveLength(0);
  });

  it('loads the other entity when the page changes to it, and drops late answers of the first', async () => {
    const answers = new Map<
      string,
      (response: EntityEndpointsResponse) => void
    >();
    const { showEntity } = renderOnEntity(<EndpointsCard />, {
      endpoints: entityRef =>
        new Promise(resolve => answers.set(entityRef, resolve)),
    });
    const answer = async (name: string) =>
      act(async () =>
        answers.get(`component:default/${name}`)?.(
          endpointsResponse({ items: [endpoint({ name: `api-of-${name}` })] }),
        ),
      );
    expect(await screen.findByText('Loading endpoints')).toBeInTheDocument();

    showEntity(componentEntity('other'));
    await answer('other');
    expect(await screen.findByText('api-of-other')).toBeInTheDocument();

    await answer('speech');
    expect(screen.getByText('api-of-other')).toBeInTheDocument();
    expect(screen.queryByText('api-of-speech')).not.toBeInTheDocument();
  });

  it('never leaves one entity’s endpoints on another entity’s page', async () => {
    const { showEntity } = renderOnEntity(<EndpointsCard />, {
      endpoints: entityRef =>
        entityRef === 'component:default/speech'
          ? Promise.resolve(endpointsResponse())
          : new Promise(() => {}),
    });
    expect(await screen.findByText('Live')).toBeInTheDocument();

    showEntity(componentEntity('other'));
    expect(screen.queryByText('Live')).not.toBeInTheDocument();
    expect(screen.getByText('Loading endpoints')).toBeInTheDocument();
  });
});
