import { NotFoundError } from '@backstage/errors';
import type { Run } from '@mlinfra/plugin-mlinfra-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useSearchParams } from 'react-router-dom';
import type { FixtureAnswers } from '../../testing/FixtureMlinfraApi';
import {
  compressionMetrics,
  failedRun,
  rejectedRun,
  runDetails,
  runningRun,
  succeededRun,
  timedOutRun,
} from '../../testing/fixtures';
import { renderAtAddress } from '../RunPage/__testUtils__/renderAtAddress';
import { RunComparison } from './RunComparison';

/** As the page does it: the runs are those of the address. */
function Comparison() {
  const [parameters] = useSearchParams();
  return (
    <RunComparison
      a={parameters.get('a') ?? ''}
      b={parameters.get('b') ?? ''}
    />
  );
}

function show(a: Run, b: Run, answers: FixtureAnswers = {}) {
  renderAtAddress(<Comparison />, `/mlinfra/runs/compare?a=${a.id}&b=${b.id}`, {
    runRows: a.id === b.id ? [a] : [a, b],
    ...answers,
  });
}

const address = () => screen.getByTestId('address').textContent;

describe('RunComparison', () => {
  it('shows the metrics of both, the difference, and whether it is better', async () => {
    show(
      succeededRun(),
      rejectedRun({
        metrics: compressionMetrics.map(metric => ({
          ...metric,
          after: metric.id === 'size_bytes' ? 20_000 : metric.after,
        })),
      }),
    );
    const table = await screen.findByRole('table', {
      name: 'Metrics of both runs at their end',
    });
    expect(within(table).getByRole('row', { name: /^Size/ })).toHaveTextContent(
      'Size162.5 kB41.22 kB162.5 kB20 kB−51.48 %better',
    );
    expect(
      within(table).getByRole('row', { name: /^Latency/ }),
    ).toHaveTextContent('unchanged');
  });

  it('draws each metric on its own scale, with a text that says the same', async () => {
    show(succeededRun(), rejectedRun());
    const title = await screen.findByText('Accuracy by step');
    expect(title.closest('svg')?.querySelector('desc')).toHaveTextContent(
      'baseline Run A: run-20261121-0912 97.22 %, baseline Run B: run-20261119-0800 97.22 %',
    );
    expect(screen.getByText('Run A: run-20261121-0912')).toBeInTheDocument();
    expect(screen.getByText('Size by step')).toBeInTheDocument();
  });

  it('says what was changed in the input', async () => {
    const [a, b] = [succeededRun(), rejectedRun()];
    show(a, b, {
      run: async id =>
        runDetails(id === a.id ? a : b, {
          input: id === a.id ? '{"amount":0.5}' : '{"amount":0.9}',
        }),
    });
    expect(
      await screen.findByRole('row', { name: 'amount 0.5 0.9' }),
    ).toBeInTheDocument();
  });

  it('says that nothing was changed, or that it cannot tell', async () => {
    const [a, b] = [succeededRun(), rejectedRun()];
    show(a, b, {
      run: async id => runDetails(id === a.id ? a : b, { input: '{"cut' }),
    });
    expect(
      await screen.findByText(/cannot be compared field by field/),
    ).toBeInTheDocument();
  });

  it.each([
    [runningRun(), /has no metrics: it is still running/],
    [failedRun(), /has no metrics: it ended before a step reported any/],
    [
      succeededRun({ id: 'other', name: 'other', metrics: [] }),
      /has no metrics: none of its steps reported any/,
    ],
    [
      rejectedRun({ metrics: compressionMetrics.slice(1) }),
      'run-20261119-0800 has not reported Size.',
    ],
  ])('explains what is missing: %#', async (b, text) => {
    show(succeededRun(), b);
    expect(await screen.findByText(text)).toBeInTheDocument();
    expect(
      screen.getByRole('row', { name: /^Size 162.5 kB 41.22 kB – –/ }),
    ).toBeInTheDocument();
  });

  it('says that there is nothing to draw', async () => {
    show(runningRun(), failedRun());
    expect(
      await screen.findByText(/Neither run has metrics/),
    ).toBeInTheDocument();
  });

  it('remarks on runs of different pipelines, and on one compared with itself', async () => {
    show(succeededRun(), timedOutRun());
    expect(
      await screen.findByText(/The runs are of different pipelines/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/the same run/)).not.toBeInTheDocument();
  });

  it('remarks on a run compared with itself', async () => {
    show(succeededRun(), succeededRun());
    expect(
      await screen.findByText(/Both are the same run/),
    ).toBeInTheDocument();
  });

  it('swaps them, and takes another from the list', async () => {
    const [a, b] = [succeededRun(), rejectedRun()];
    show(a, b, { runRows: [a, b, failedRun()] });
    await userEvent.click(await screen.findByRole('button', { name: 'Swap' }));
    await waitFor(() => expect(address()).toContain(`a=${b.id}&b=${a.id}`));
    await userEvent.click(await screen.findByRole('button', { name: /Run B/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: /^run-20261120-1701, Failed/ }),
    );
    await waitFor(() =>
      expect(address()).toContain(`a=${b.id}&b=${failedRun().id}`),
    );
  });

  it('says which run is not there', async () => {
    const a = succeededRun();
    show(a, rejectedRun({ id: 'gone' }), {
      run: async id => {
        if (id === 'gone') {
          throw new NotFoundError('No such run');
        }
        return runDetails(a);
      },
    });
    expect(
      await screen.findByText('There is no run gone to show'),
    ).toBeInTheDocument();
  });

  it('compares also when the list of others cannot be had', async () => {
    show(succeededRun(), rejectedRun(), {
      entityRuns: () => Promise.reject(new Error('Too many requests')),
    });
    expect(
      await screen.findByText(
        'Other runs could not be listed: Too many requests',
      ),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('table').length).toBeGreaterThan(0);
  });
});
