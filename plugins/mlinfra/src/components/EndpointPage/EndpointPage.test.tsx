import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FixtureAnswers } from '../../testing/FixtureMlinfraApi';
import {
  alarm,
  endpoint,
  endpointDetails,
  everyKind,
  metricsResponse,
  modelEndpoint,
  series,
  serviceEndpoint,
  silentAlarm,
} from '../../testing/fixtures';
import { renderAtAddress } from '../RunPage/__testUtils__/renderAtAddress';
import { EndpointPage } from './EndpointPage';

function show(shown = endpoint(), answers: FixtureAnswers = {}, search = '') {
  return renderAtAddress(
    <EndpointPage endpointKey={shown.key} />,
    `/mlinfra/endpoints/${shown.key}${search}`,
    { endpointRows: [shown], ...answers },
  );
}

const address = () => screen.getByTestId('address').textContent;

describe('EndpointPage', () => {
  it('says which endpoint it is, how it stands, whose it is and where', async () => {
    show();
    expect(
      await screen.findByRole('heading', { name: 'audio-speech-dev-api' }),
    ).toBeInTheDocument();
    expect(screen.getAllByText('Live').length).toBeGreaterThan(0);
    expect(screen.getAllByText('REST API').length).toBeGreaterThan(0);
    expect(
      screen.getByText('Stage v1 is deployed and its function is active.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('ml-dev (123456789012), eu-central-1'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /speech/ })).toHaveAttribute(
      'href',
      '/catalog/default/component/speech',
    );
    expect(screen.getByText('Stage v1')).toBeInTheDocument();
  });

  it.each(everyKind().map(each => [each.kind, each.status, each] as const))(
    'shows an endpoint of kind %s that is %s',
    async (_kind, _status, shown) => {
      show(shown);
      expect(
        await screen.findByRole('heading', { name: shown.name }),
      ).toBeInTheDocument();
      expect(screen.getAllByText(shown.statusReason)[0]).toBeInTheDocument();
    },
  );

  it('never shows a status that it does not know as live', async () => {
    const shown = JSON.parse(
      JSON.stringify({ ...endpoint(), status: 'new', kind: 'new-kind' }),
    );
    show(shown);
    expect((await screen.findAllByText('Unknown')).length).toBeGreaterThan(0);
    expect(screen.queryByText('Live')).not.toBeInTheDocument();
    expect(screen.getAllByText('new-kind').length).toBeGreaterThan(0);
  });

  it('says that there is none, or none that the reader may see', async () => {
    renderAtAddress(
      <EndpointPage endpointKey="nope" />,
      '/mlinfra/endpoints/nope',
    );
    expect(
      await screen.findByText('There is no endpoint nope to show'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All endpoints' })).toHaveAttribute(
      'href',
      '/mlinfra/endpoints',
    );
  });

  it.each([
    [new NotAllowedError('Unauthorized'), 'You may not see the endpoint'],
    [
      new ServiceUnavailableError('The database is away.'),
      'Could not load the endpoint',
    ],
  ])('says why it could not be loaded: %s', async (error, title) => {
    show(endpoint(), { endpointDetails: () => Promise.reject(error) });
    expect(await screen.findByText(title)).toBeInTheDocument();
  });

  it('holds the place of what is loading', async () => {
    show(endpoint(), { endpointDetails: () => new Promise(() => {}) });
    expect(await screen.findByText('Loading the endpoint')).toBeInTheDocument();
  });

  it('keeps the time range in the address, and asks for it', async () => {
    const endpointMetrics = jest.fn(async (_key: string, range) =>
      metricsResponse({ range }),
    );
    show(endpoint(), { endpointMetrics }, '?range=7d');
    const week = await screen.findByRole('radio', { name: '7 days' });
    expect(week).toHaveAttribute('aria-checked', 'true');
    await userEvent.click(screen.getByRole('radio', { name: '3 hours' }));
    expect(address()).toContain('range=3h');
    expect(endpointMetrics.mock.calls.map(([, range]) => range)).toEqual([
      '7d',
      '3h',
    ]);
  });

  it('reads the values of a chart out by the keyboard', async () => {
    show(endpoint(), {
      endpointMetrics: async key =>
        metricsResponse({
          range: '3h',
          from: '2026-11-21T11:00:00.000Z',
          periodSeconds: 60,
          items: [
            {
              key,
              series: [
                series('invocations', [3, 5, 0]),
                series('latency-p50', [20, null, null]),
                series('latency-p95', [40, 1_500, null]),
              ],
            },
          ],
        }),
    });
    const requests = await screen.findByRole('slider', {
      name: 'Requests: read values by time',
    });
    expect(requests).toHaveAttribute(
      'aria-valuetext',
      '8 in all, at most 5 in a minute',
    );
    const latency = screen.getByRole('slider', {
      name: 'Latency: read values by time',
    });
    act(() => latency.focus());
    await userEvent.keyboard('{Home}');
    expect(latency).toHaveAttribute('aria-valuenow', '0');
    expect(latency).toHaveAttribute(
      'aria-valuetext',
      '11:00 UTC: p95 40 ms, p50 20 ms',
    );
    await userEvent.keyboard('{ArrowRight}');
    expect(
      screen.getByText('11:01 UTC: p95 1.5 s, p50 not measured'),
    ).toBeInTheDocument();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{Escape}');
    expect(latency).toHaveAttribute(
      'aria-valuetext',
      'p95 highest 1.5 s, p50 highest 20 ms',
    );
  });

  it('leaves the page whole when its metrics fail', async () => {
    show(endpoint(), {
      endpointMetrics: () =>
        Promise.reject(new ServiceUnavailableError('CloudWatch is slow.')),
    });
    expect(
      await screen.findByText('Could not load metrics'),
    ).toBeInTheDocument();
    expect(screen.getByText('CloudWatch is slow.')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Send request' }),
    ).toBeInTheDocument();
  });

  it('names the account whose metrics could not be had', async () => {
    const { accountId, region } = endpoint();
    show(endpoint(), {
      endpointMetrics: async () =>
        metricsResponse({
          failures: [
            {
              accountId,
              region,
              error: {
                kind: 'access-denied',
                message: 'The role may not call cloudwatch:GetMetricData.',
                operation: 'cloudwatch:GetMetricData',
                at: new Date().toISOString(),
              },
            },
          ],
        }),
    });
    expect(
      await screen.findByText('Some metrics could not be read'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/AWS measures nothing/)).not.toBeInTheDocument();
  });

  it('shows alarms in force first, and says where nobody is told', async () => {
    show(serviceEndpoint(), {
      endpointDetails: async () =>
        endpointDetails({
          endpoint: serviceEndpoint(),
          alarms: [
            alarm(),
            alarm({ name: 'silent', state: 'insufficient-data' }),
            silentAlarm(),
          ],
        }),
    });
    expect(await screen.findByText('In alarm')).toBeInTheDocument();
    const states = screen
      .getAllByText(/^(In alarm|No data|OK)$/)
      .map(({ textContent }) => textContent);
    expect(states).toEqual(['In alarm', 'No data', 'OK']);
    expect(screen.getByText(/Nobody is told/)).toBeInTheDocument();
  });

  it('shows how a model is asked by the AWS CLI', async () => {
    show(modelEndpoint());
    const example = await screen.findByRole('region', {
      name: 'example request POST /invocations',
    });
    expect(example).toHaveTextContent('aws sagemaker-runtime invoke-endpoint');
    expect(example).toHaveTextContent("'tabular-churn-dev-model'");
    expect(
      screen.getByText(/may call sagemaker:InvokeEndpoint/),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Called through SageMaker, not by a URL of its own.'),
    ).toBeInTheDocument();
  });

  it('A5 shows how audio is sent, which no editor of text can', async () => {
    show();
    expect(
      await screen.findByRole('heading', {
        name: 'Example request with audio',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: 'example request' }),
    ).toHaveTextContent("-F 'audio=@sample.wav'");
  });

  it('says where the key of an API is', async () => {
    show();
    const example = await screen.findByRole('region', {
      name: 'example request POST /predict',
    });
    expect(example).toHaveTextContent('x-api-key: $API_KEY');
    expect(
      screen.getByText(
        /terraform -chdir=terraform\/stacks\/inference-api output -raw api_key/,
      ),
    ).toBeInTheDocument();
  });

  it('shows why tasks of a service have stopped', async () => {
    show(serviceEndpoint());
    const table = await screen.findByRole('table', {
      name: 'Stopped tasks of tabular-churn-dev-web',
    });
    const row = within(table).getByRole('row', { name: /EssentialContainer/ });
    expect(row).toHaveTextContent('web: exit code 137, OutOfMemoryError');
    expect(
      within(table).getByText(/CannotPullContainerError/),
    ).toBeInTheDocument();
    expect(within(table).getByText('web: no exit code')).toBeInTheDocument();
    expect(screen.getByText('1 unhealthy')).toBeInTheDocument();
  });

  it('says that nothing can be sent where nothing is known of its requests', async () => {
    show(serviceEndpoint({ url: undefined }));
    expect(
      await screen.findByText(/so there is no example/),
    ).toBeInTheDocument();
    expect(screen.getByText(/No address of its own/)).toBeInTheDocument();
  });
});
