import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { StartRunRequest } from '@mlinfra/plugin-mlinfra-common';
import { Route, Routes, useLocation } from 'react-router-dom';
import {
  compressionContract,
  pipeline,
  prodPipeline,
  runId,
  runningRun,
} from '../../testing/fixtures';
import type { FixtureAnswers } from '../../testing/FixtureMlinfraApi';
import { renderWithMlinfra } from '../../__testUtils__/renderWithMlinfra';
import { StartRun } from './StartRun';
import type { StartRunDialogProps } from './StartRunDialog';

const entityRef = 'component:default/speech';

function Address() {
  return <output>{useLocation().pathname}</output>;
}

/** Opens the dialog and keeps what is sent. */
function open(
  props: Partial<StartRunDialogProps> = {},
  answer?: FixtureAnswers['startRun'],
) {
  const sent: StartRunRequest[] = [];
  const onClose = jest.fn();
  renderWithMlinfra(
    <>
      <Routes>
        <Route
          path="*"
          element={
            <StartRun
              entityRef={entityRef}
              pipelines={[pipeline()]}
              onClose={onClose}
              {...props}
            />
          }
        />
      </Routes>
      <Address />
    </>,
    {
      startRun: async (ref, request) => {
        sent.push(request);
        return (
          answer?.(ref, request) ?? { run: runningRun({ id: runId('new') }) }
        );
      },
    },
  );
  return { sent, onClose };
}

/** As the client rejects when the backend refuses. */
function refusal(statusCode: number, cause: object) {
  return Object.assign(new Error(`Request failed with ${statusCode}`), {
    name: 'ResponseError',
    statusCode,
    cause,
  });
}

const startButton = () => screen.findByRole('button', { name: /^Start run/ });

describe('StartRun', () => {
  it('shows a form by the pipeline’s schema, filled with the example, and starts with it', async () => {
    const { sent, onClose } = open();

    expect(await screen.findByLabelText(/^Model/)).toHaveValue(
      'builtin://digits',
    );
    expect(
      within(screen.getByRole('group', { name: 'Prune' })).getByLabelText(
        /Share of weights/,
      ),
    ).toHaveValue('0.5');
    expect(
      screen.getByText(
        /in account ml-dev \(123456789012\), environment dev, region eu-central-1/,
      ),
    ).toBeInTheDocument();

    await userEvent.click(await startButton());
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual({
      pipelineId: pipeline().id,
      input: compressionContract.exampleInput,
      clientToken: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    await waitFor(() =>
      expect(screen.getByText(`/mlinfra/runs/${runId('new')}`)).toBeVisible(),
    );
    expect(onClose).toHaveBeenCalled();
  });

  it('starts once, however often the button is clicked', async () => {
    const { sent } = open({}, () => new Promise(() => {}));
    await userEvent.dblClick(await startButton());
    await userEvent.click(await startButton());
    expect(sent).toHaveLength(1);
  });

  it('says at the field what is wrong, and sends nothing', async () => {
    const { sent } = open();
    const amount = await screen.findByLabelText(/Share of weights/);
    await userEvent.clear(amount);
    await userEvent.type(amount, '2');
    await userEvent.click(await startButton());

    const group = within(screen.getByRole('group', { name: 'Prune' }));
    expect(await group.findByText(/must be <= 0.95/)).toBeInTheDocument();
    expect(sent).toHaveLength(0);
  });

  it('shows the backend’s refusal at the field that it names, until that is changed', async () => {
    open({}, () =>
      Promise.reject(
        refusal(400, {
          name: 'InputError',
          message:
            'Nothing was started: the input does not fit what the pipeline takes: model_uri is no object there; prune.amount leaves nothing',
        }),
      ),
    );
    await userEvent.click(await startButton());

    expect(
      await screen.findByText('The input was refused. Nothing was started.'),
    ).toBeInTheDocument();
    expect(
      within(screen.getByRole('group', { name: 'Prune' })).getByText(
        'leaves nothing',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('is no object there')).toBeInTheDocument();
    expect(screen.queryByText(/may have been started/)).not.toBeInTheDocument();

    await userEvent.type(screen.getByLabelText(/^Model/), 's');
    expect(screen.queryByText('is no object there')).not.toBeInTheDocument();
  });

  it('tries again with the same token when no answer came', async () => {
    let tries = 0;
    const { sent } = open({}, async () => {
      tries += 1;
      if (tries === 1) {
        throw new TypeError('Failed to fetch');
      }
      return { run: runningRun() };
    });
    await userEvent.click(await startButton());
    expect(
      await screen.findByText(/Trying again is safe: it starts at most one/),
    ).toBeInTheDocument();

    await userEvent.click(await startButton());
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1].clientToken).toBe(sent[0].clientToken);
  });

  it('makes production stand out', async () => {
    open({ pipelines: [prodPipeline()] });
    expect(await screen.findByText('This is production.')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Start run in prod' }),
    ).toBeInTheDocument();
  });

  it('takes JSON where the pipeline has no contract, and only an object', async () => {
    const { sent } = open({ pipelines: [pipeline({ contract: undefined })] });
    const field = await screen.findByLabelText('Input as JSON');
    await userEvent.clear(field);
    await userEvent.type(field, '{{"a":');
    await userEvent.click(await startButton());
    expect(await screen.findByText(/This is not JSON/)).toBeInTheDocument();

    await userEvent.clear(field);
    await userEvent.type(field, '[[1]');
    await userEvent.click(await startButton());
    expect(
      await screen.findByText(/A run takes one JSON object/),
    ).toBeInTheDocument();
    expect(sent).toHaveLength(0);

    await userEvent.clear(field);
    await userEvent.type(field, '{{"a": 1}');
    await userEvent.click(await startButton());
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0].input).toEqual({ a: 1 });
  });

  it('B8 starts nothing while what the pipeline takes could not be read, and says why', async () => {
    const { sent } = open({
      pipelines: [
        pipeline({
          contract: undefined,
          contractProblem: 'The parameter holds no JSON.',
        }),
      ],
    });
    expect(
      await screen.findByText(/what this pipeline takes could not be read/),
    ).toBeInTheDocument();
    expect(
      screen.getByText('The parameter holds no JSON.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(await startButton()).toBeDisabled();
    await userEvent.click(await startButton());
    expect(sent).toHaveLength(0);
  });

  it('starts from an earlier input, and says what of it is hidden', async () => {
    open({
      earlier: {
        input: { model_uri: 'builtin://digits', start_at: 'prune' },
        redactedAs: '[redacted]',
      },
    });
    expect(
      await screen.findByText(/hidden here as \[redacted\]/),
    ).toBeInTheDocument();
    expect(screen.getByLabelText(/^Model/)).toHaveValue('builtin://digits');
  });

  it('says that an earlier input is not known whole', async () => {
    open({ earlier: {} });
    expect(
      await screen.findByText(/What stands here is the example/),
    ).toBeInTheDocument();
  });

  it('lets one choose among several pipelines', async () => {
    const { sent } = open({ pipelines: [pipeline(), prodPipeline()] });
    await userEvent.click(
      await screen.findByRole('button', { name: /Pipeline/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: prodPipeline().name }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Start run in prod' }),
    );
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0].pipelineId).toBe(prodPipeline().id);
  });
});
