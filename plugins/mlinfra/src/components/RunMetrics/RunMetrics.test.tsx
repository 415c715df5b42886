import { screen, within } from '@testing-library/react';
import { renderWithMlinfra } from '../../__testUtils__/renderWithMlinfra';
import { rejectedRun, runningRun, succeededRun } from '../../testing/fixtures';
import { RunMetrics } from './RunMetrics';

describe('RunMetrics', () => {
  it('shows before and after, the change, and whether that is better', async () => {
    renderWithMlinfra(<RunMetrics run={succeededRun()} />);
    const table = await screen.findByRole('table', {
      name: 'Metrics before and after',
    });
    const row = (name: RegExp) => within(table).getByRole('row', { name });
    expect(row(/^Size/)).toHaveTextContent('162.5 kB41.22 kB−74.63 %better');
    expect(row(/^Latency/)).toHaveTextContent('1.92 ms1.21 ms−36.98 %better');
    expect(row(/^Accuracy/)).toHaveTextContent(
      '97.22 %96.39 %−0.83 percentage pointsworse',
    );
  });

  it('shows each step in a chart with a text, and in a table', async () => {
    renderWithMlinfra(<RunMetrics run={succeededRun()} />);
    const chart = (await screen.findByText('Size by step')).closest(
      'svg',
    ) as SVGElement;
    expect(chart.querySelector('desc')).toHaveTextContent(
      'Size by step: baseline 162.5 kB, prune 96.77 kB, quantize 41.22 kB, evaluate 41.22 kB',
    );
    expect(
      within(chart as unknown as HTMLElement).getByText('96.77 kB'),
    ).toBeInTheDocument();
    expect(screen.getByText('higher is better')).toBeInTheDocument();
    const table = screen.getByRole('table', { name: 'Metrics by step' });
    expect(
      within(table).getByRole('row', { name: /^prune/ }),
    ).toHaveTextContent('prune96.77 kB1.44 ms96.67 %');
  });

  it('says why the gate rejected the model', async () => {
    renderWithMlinfra(<RunMetrics run={rejectedRun()} />);
    expect(
      await screen.findByText(
        'The quality gate rejected the model: Accuracy fell by 0.083, and 0.02 is allowed.',
      ),
    ).toBeInTheDocument();
  });

  it.each([
    [runningRun(), 'Metrics appear when a step reports them.'],
    [succeededRun({ metrics: [] }), 'The run has reported no metrics.'],
  ])('says that there are none, or none yet', async (run, text) => {
    renderWithMlinfra(<RunMetrics run={run} />);
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('leaves out what a metric has not', async () => {
    const [size] = succeededRun().metrics ?? [];
    renderWithMlinfra(
      <RunMetrics
        run={succeededRun({
          metrics: [{ ...size, before: undefined, steps: [] }],
        })}
      />,
    );
    expect(await screen.findByRole('row', { name: /^Size/ })).toHaveTextContent(
      'Size–41.22 kB–',
    );
    expect(screen.queryByText('Metrics by step')).not.toBeInTheDocument();
  });
});
