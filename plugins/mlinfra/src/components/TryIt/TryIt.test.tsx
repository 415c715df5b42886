import type {
  EndpointDetailsResponse,
  TryEndpointResponse,
} from '@mlinfra/plugin-mlinfra-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { FixtureAnswers } from '../../testing/FixtureMlinfraApi';
import {
  endpoint,
  endpointDetails,
  failedEndpoint,
  httpApiEndpoint,
  tryAnswer,
} from '../../testing/fixtures';
import { refusal } from '../../__testUtils__/refusal';
import { renderAtAddress } from '../RunPage/__testUtils__/renderAtAddress';
import { EndpointPage } from '../EndpointPage/EndpointPage';

function show(details: EndpointDetailsResponse, answers: FixtureAnswers = {}) {
  const { key } = details.endpoint;
  return renderAtAddress(
    <EndpointPage endpointKey={key} />,
    `/mlinfra/endpoints/${key}`,
    { endpointDetails: async () => details, ...answers },
  );
}

const send = async () =>
  userEvent.click(await screen.findByRole('button', { name: 'Send request' }));

describe('TryIt', () => {
  it('sends the example as it is edited, and shows what came back', async () => {
    const tryEndpoint = jest.fn(async () => tryAnswer());
    show(endpointDetails(), { tryEndpoint });

    const body = await screen.findByRole('textbox', { name: 'Body' });
    expect(body).toHaveValue(
      '{\n  "tenure_months": 7,\n  "monthly_charges": 89.5\n}',
    );
    await userEvent.clear(body);
    await userEvent.type(body, '{{"a":1}');
    await send();

    expect(tryEndpoint).toHaveBeenCalledWith(endpoint().key, {
      request: 'POST /predict',
      body: '{"a":1}',
      contentType: 'application/json',
    });
    expect(await screen.findByText('Status 200')).toBeInTheDocument();
    expect(screen.getByText('after 184 ms')).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: 'body of the answer' }),
    ).toHaveTextContent('"churn": 0.83');
    expect(
      screen.getByText('The endpoint answered with status 200.'),
    ).toBeInTheDocument();
    expect(screen.getByText('x-amzn-requestid')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Send again' }),
    ).toBeInTheDocument();
  });

  it('takes an error of the endpoint as the answer that it is', async () => {
    show(endpointDetails(), {
      tryEndpoint: async () =>
        tryAnswer({ status: 500, body: '', headers: {} }),
    });
    await send();
    expect(await screen.findByText('Status 500')).toBeInTheDocument();
    expect(
      screen.getByText(/took the request and answered with an error/),
    ).toBeInTheDocument();
    expect(screen.getByText('The answer has no body.')).toBeInTheDocument();
  });

  it.each([
    [{ truncated: true }, /Only the first 64 KiB/],
    [{ binary: true, body: '' }, /The body is not text/],
  ])('says what of a body is not shown: %j', async (answer, text) => {
    show(endpointDetails(), { tryEndpoint: async () => tryAnswer(answer) });
    await send();
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it.each([
    [
      429,
      { 'retry-after': '12' },
      'Too many requests were sent from here',
      'Send it again in 12 seconds.',
    ],
    [
      403,
      {},
      'You may not send requests from here',
      'The permission mlinfra.endpoint.invoke is missing.',
    ],
    [504, {}, 'The endpoint did not answer in time', 'the backend’s words'],
    [503, {}, 'There is no answer of the endpoint', 'the backend’s words'],
    [400, {}, 'The request was not sent', 'the backend’s words'],
    [409, {}, 'It cannot answer now', 'the backend’s words'],
  ] as const)(
    'says by its reason why there is no answer: %d',
    async (status, headers, title, description) => {
      show(endpointDetails(), {
        tryEndpoint: async () => {
          throw await refusal(status, 'the backend’s words', headers);
        },
      });
      await send();
      const alert = await screen.findByText(title);
      expect(alert).toBeInTheDocument();
      expect(
        screen.getByText(new RegExp(description.replaceAll('.', '\\.'))),
      ).toBeInTheDocument();
    },
  );

  it('does not say that nothing happened when no answer came', async () => {
    show(endpointDetails(), {
      tryEndpoint: () => Promise.reject(new TypeError('Failed to fetch')),
    });
    await send();
    expect(
      await screen.findByText(/It is not known whether the request reached/),
    ).toBeInTheDocument();
  });

  it('shows how large a body may be, and sends none that is larger', async () => {
    const tryEndpoint = jest.fn(async () => tryAnswer());
    show(endpointDetails({ tryIt: { allowed: true, maxBodyBytes: 60 } }), {
      tryEndpoint,
    });
    expect(await screen.findByText('51 B of at most 60 B')).toBeInTheDocument();
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Body' }),
      'ääääää',
    );
    expect(screen.getByText(/The body is 63 B/)).toBeInTheDocument();
    expect(screen.getByText(/This is no valid JSON/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Send request' })).toBeDisabled();
    await userEvent.click(
      screen.getByRole('button', { name: 'Back to the example' }),
    );
    await send();
    await waitFor(() => expect(tryEndpoint).toHaveBeenCalledTimes(1));
  });

  it('takes a token only where one is asked for, hides it and keeps it nowhere', async () => {
    const tryEndpoint = jest.fn(async () => tryAnswer());
    show(endpointDetails({ endpoint: httpApiEndpoint() }), { tryEndpoint });
    const token = await screen.findByLabelText(/^Bearer token/);
    expect(token).toHaveAttribute('type', 'password');
    expect(token).toHaveAttribute('autocomplete', 'off');
    await userEvent.type(token, 'very-secret');
    await send();
    await waitFor(() =>
      expect(tryEndpoint).toHaveBeenCalledWith(
        httpApiEndpoint().key,
        expect.objectContaining({ bearerToken: 'very-secret' }),
      ),
    );
    expect(await screen.findByText('Status 200')).toBeInTheDocument();
    expect(
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    ).not.toContain('very-secret');
    expect(screen.getByTestId('address')).not.toHaveTextContent('very-secret');

    await userEvent.click(
      screen.getByRole('button', { name: /Predict: POST/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Health: GET /health' }),
    );
    expect(screen.queryByLabelText(/^Bearer token/)).not.toBeInTheDocument();
    expect(screen.queryByText('Status 200')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('textbox', { name: 'Body' }),
    ).not.toBeInTheDocument();
  });

  it('asks first where customers are', async () => {
    const tryEndpoint = jest.fn(async () => tryAnswer());
    show(endpointDetails({ endpoint: failedEndpoint({ status: 'live' }) }), {
      tryEndpoint,
    });
    await send();
    const dialog = await screen.findByRole('dialog', {
      name: 'Send a request to prod?',
    });
    expect(dialog).toHaveTextContent('ml-prod (210987654321)');
    expect(tryEndpoint).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Send to prod' }),
    );
    expect(await screen.findByText('Status 200')).toBeInTheDocument();
    expect(tryEndpoint).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['switched-off', 'Trying endpoints is switched off in this portal'],
    ['no-permission', 'You may not send requests from here'],
    ['not-live', 'It cannot answer now'],
    ['not-reachable', 'The portal cannot reach it'],
    ['new-reason', 'No request can be sent from here'],
  ])('says why nothing can be sent: %s', async (reason, title) => {
    show(
      endpointDetails({
        tryIt: JSON.parse(
          JSON.stringify({ allowed: false, reason, message: 'For a reason.' }),
        ),
      }),
    );
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(screen.getByText('For a reason.')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Send request' }),
    ).not.toBeInTheDocument();
  });

  it('shows no answer on the page of another endpoint', async () => {
    let answer: (response: TryEndpointResponse) => void = () => {};
    let open: (key: string) => void = () => {};
    function Page() {
      const [key, setKey] = useState(endpoint().key);
      open = setKey;
      return <EndpointPage endpointKey={key} />;
    }
    renderAtAddress(<Page />, '/mlinfra/endpoints/any', {
      endpointRows: [endpoint(), httpApiEndpoint()],
      tryEndpoint: () =>
        new Promise(resolve => {
          answer = resolve;
        }),
    });
    await send();
    expect(screen.getByText('Waiting for the answer')).toBeInTheDocument();
    act(() => open(httpApiEndpoint().key));
    expect(
      await screen.findByRole('heading', { name: 'tabular-churn-dev-api' }),
    ).toBeInTheDocument();
    await act(async () => answer(tryAnswer()));
    expect(screen.queryByText('Status 200')).not.toBeInTheDocument();
    expect(
      screen.queryByText('Waiting for the answer'),
    ).not.toBeInTheDocument();
  });
});
