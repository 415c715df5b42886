import { screen } from '@testing-library/react';
import { renderWithMlinfra } from '../../__testUtils__/renderWithMlinfra';
import { budget, exceededBudget } from '../../testing/fixtures';
import { FleetBudgets } from './FleetBudgets';

/** The filters hold native options with the same words. */
const inTable = { ignore: 'option, script, style' };

describe('FleetBudgets', () => {
  it('C8 shows budgets of all entities with their amounts', async () => {
    renderWithMlinfra(<FleetBudgets />);

    expect(
      await screen.findByText('Within budget', inTable),
    ).toBeInTheDocument();
    expect(screen.getByText('Over the limit', inTable)).toBeInTheDocument();
    expect(screen.getByText('$1,411.20')).toBeInTheDocument();
    expect(screen.getByText('$1,200.00')).toBeInTheDocument();
    expect(screen.getByText('117.6 %')).toBeInTheDocument();
  });

  it('C8 does not show missing figures as zero', async () => {
    renderWithMlinfra(<FleetBudgets />, {
      budgetRows: [
        budget({
          actual: undefined,
          forecast: undefined,
          usedPercent: undefined,
          status: 'unknown',
        }),
        exceededBudget(),
      ],
    });

    expect(await screen.findByText('not yet known')).toBeInTheDocument();
    expect(screen.getByText('none yet')).toBeInTheDocument();
  });

  it('says how the first budget comes to be', async () => {
    renderWithMlinfra(<FleetBudgets />, { budgetRows: [] });

    expect(
      await screen.findByText(
        /Every stack that the templates write brings one/,
      ),
    ).toBeInTheDocument();
  });
});
