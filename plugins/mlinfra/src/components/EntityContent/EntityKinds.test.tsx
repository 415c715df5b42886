import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderOnEntity } from '../../__testUtils__/renderOnEntity';
import {
  endpoint,
  endpointsResponse,
  entityRunsResponse,
  everyAlarm,
  everyKind,
  metricsResponse,
  openInstance,
  series,
  table,
} from '../../testing/fixtures';
import type { FixtureAnswers } from '../../testing/FixtureMlinfraApi';
import { EndpointsCard } from '../EndpointsCard/EndpointsCard';
import { EntityContent } from './EntityContent';

const everything: FixtureAnswers = {
  endpoints: async () =>
    endpointsResponse({
      items: everyKind(),
      databases: [table(), openInstance()],
      alarms: everyAlarm(),
    }),
  entityRuns: async () => entityRunsResponse({ items: [], pipelines: [] }),
};

/** One row of the list, by the endpoint's name. */
async function rowOf(name: string) {
  const heading = await screen.findByRole('heading', { name });
  return within(heading.closest('li') as HTMLElement);
}

describe('EntityContent with every kind', () => {
  it('shows each endpoint with its kind and its own status', async () => {
    renderOnEntity(<EntityContent />, everything);
    const service = await rowOf('tabular-churn-dev-web');
    expect(service.getAllByText('ECS service')[0]).toBeInTheDocument();
    expect(service.getAllByText('Degraded')[0]).toBeInTheDocument();
    expect(service.queryByText('Live')).not.toBeInTheDocument();
    expect(
      service.getByText(/1 of 2 tasks running, 1 pending/),
    ).toBeInTheDocument();
    expect(
      service.getByRole('table', {
        name: 'Deployments of tabular-churn-dev-web',
      }),
    ).toHaveTextContent('IN_PROGRESS');

    const model = await rowOf('tabular-churn-dev-model');
    expect(
      model.getByText(
        'Serverless: 2048 MB, at most 5 requests at once, 1 kept warm',
      ),
    ).toBeInTheDocument();
    const failed = await rowOf('tabular-churn-prod-model');
    expect(failed.getByText('2 × ml.c7g.large')).toBeInTheDocument();
    expect(failed.getByText('Creating, Baking')).toBeInTheDocument();
    expect(failed.getByText(/did not pass the ping/)).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'tabular-churn-dev-model' }),
    ).toHaveAttribute('href', `/mlinfra/endpoints/${everyKind()[3].key}`);
  });

  it('sums up in figures what the small charts draw, by one question for all', async () => {
    const entityMetrics = jest.fn(async () =>
      metricsResponse({
        items: [
          {
            key: endpoint().key,
            series: [
              series('invocations', [900, 304]),
              series('errors', [12, 0]),
              series('latency-p50', [80, 90]),
              series('latency-p95', [300, 340]),
            ],
          },
        ],
      }),
    );
    renderOnEntity(<EntityContent />, { ...everything, entityMetrics });
    const row = await rowOf('audio-speech-dev-api');
    expect(await row.findByText('1,204')).toBeInTheDocument();
    expect(row.getByText('12 (0.997 %)')).toBeInTheDocument();
    expect(row.getByText('340 ms')).toBeInTheDocument();
    expect(row.getByText('p50 90 ms')).toBeInTheDocument();
    const other = await rowOf('tabular-churn-dev-web');
    expect(other.getByText(/Nothing was measured/)).toBeInTheDocument();
    expect(entityMetrics).toHaveBeenCalledTimes(1);
    expect(entityMetrics).toHaveBeenCalledWith(
      'component:default/speech',
      '24h',
    );
  });

  it('does not wait for metrics to show the list', async () => {
    renderOnEntity(<EntityContent />, {
      ...everything,
      entityMetrics: () => new Promise(() => {}),
    });
    expect((await screen.findAllByText('Live')).length).toBeGreaterThan(0);
  });

  it('says quietly that metrics cannot be had, and tries again when asked', async () => {
    const entityMetrics = jest.fn(() =>
      Promise.reject(new ServiceUnavailableError('CloudWatch is slow.')),
    );
    renderOnEntity(<EntityContent />, { ...everything, entityMetrics });
    expect(
      await screen.findByText('Metrics could not be read: CloudWatch is slow.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(screen.getAllByText('Live').length).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(entityMetrics).toHaveBeenCalledTimes(2));
  });

  it('says that a permission is missing for metrics', async () => {
    renderOnEntity(<EntityContent />, {
      ...everything,
      entityMetrics: () => Promise.reject(new NotAllowedError('No')),
    });
    expect(
      await screen.findByText(/a permission is missing/),
    ).toBeInTheDocument();
  });

  it('shows alarms in force first, and none without data as fine', async () => {
    renderOnEntity(<EntityContent />, everything);
    const states = (await screen.findAllByText(/^(In alarm|No data|OK)$/)).map(
      ({ textContent }) => textContent,
    );
    expect(states).toEqual(['In alarm', 'In alarm', 'No data', 'OK']);
    expect(screen.getByText('No data')).toHaveAttribute('data-tone', 'neutral');
    expect(
      screen.getByText('Nobody is told: its actions are switched off'),
    ).toBeInTheDocument();
    expect(screen.getByText('since 17 minutes ago')).toBeInTheDocument();
  });

  it('warns of a database that is public or unencrypted, in plain words', async () => {
    renderOnEntity(<EntityContent />, everything);
    const open = await rowOf('tabular-churn-prod');
    expect(open.getByText(/Take it into private subnets/)).toBeInTheDocument();
    expect(
      open.getByText(/Encryption cannot be switched on later/),
    ).toBeInTheDocument();
    expect(open.getByText('PostgreSQL 16.4')).toBeInTheDocument();
    expect(
      open.getByText('Off: anyone who may delete it can'),
    ).toBeInTheDocument();
    expect(open.getByText('None')).toBeInTheDocument();

    const good = await rowOf('tabular-churn-dev-jobs');
    expect(good.getByText('Encrypted')).toBeInTheDocument();
    expect(good.queryByText(/private subnets/)).not.toBeInTheDocument();
    expect(good.getByText('18,240')).toBeInTheDocument();
  });

  it('says of what was not told that it is not known, never that it is fine', async () => {
    renderOnEntity(<EntityContent />, {
      ...everything,
      endpoints: async () =>
        endpointsResponse({
          databases: [
            openInstance({
              encrypted: undefined,
              publiclyAccessible: undefined,
              deletionProtection: undefined,
            }),
          ],
        }),
    });
    const row = await rowOf('tabular-churn-prod');
    expect(row.getAllByText('not known')).toHaveLength(3);
    expect(row.queryByText('Encrypted')).not.toBeInTheDocument();
  });

  it('names an entity without alarms, and has no empty card of databases', async () => {
    renderOnEntity(<EntityContent />, {});
    expect(
      await screen.findByText(
        /No CloudWatch alarm of component:default\/speech/,
      ),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('heading', { name: 'Databases' }),
    ).not.toBeInTheDocument();
  });
});

describe('EndpointsCard with every kind', () => {
  it('sums up how all stands, and names the alarms in force', async () => {
    renderOnEntity(<EndpointsCard />, everything);
    expect(
      await screen.findByText(
        '5 endpoints: 3 live, 1 degraded, 1 failed · 2 databases: 1 live, 1 degraded · 2 alarms in force',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('2 alarms in force')).toBeInTheDocument();
    expect(
      screen.getByText('audio-speech-dev-errors, since 9 minutes ago'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All alarms' })).toHaveAttribute(
      'href',
      '/entity-tab',
    );
  });
});
