import { NotAllowedError } from '@backstage/errors';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  awsEmulated,
  awsMissing,
  budget,
  budgetsResponse,
  collection,
  componentEntity,
  deniedCollection,
  exceededBudget,
} from '../../testing/fixtures';
import { renderOnEntity } from '../../__testUtils__/renderOnEntity';
import { BudgetCard } from './BudgetCard';

describe('BudgetCard', () => {
  it('C8 shows limit, spend and forecast, and how much is used', async () => {
    renderOnEntity(<BudgetCard />);

    expect(await screen.findByText('$50.00 per month')).toBeInTheDocument();
    expect(screen.getByText('$21.24')).toBeInTheDocument();
    expect(screen.getByText('$38.40')).toBeInTheDocument();
    expect(screen.getByText('42.5 % used')).toBeInTheDocument();
    expect(screen.getByText('Within budget')).toBeInTheDocument();
    expect(screen.getByText('dev')).toBeInTheDocument();

    const meter = screen.getByRole('meter', {
      name: 'Share of the budget audio-speech-dev-budget that is spent',
    });
    expect(meter).toHaveAttribute('aria-valuenow', '42.5');
    expect(meter).toHaveAttribute('aria-valuemax', '100');
    expect(meter).toHaveAttribute(
      'aria-valuetext',
      '42.5 % of $50.00 spent: Within budget',
    );
  });

  it.each([
    ['79.9', 'ok', 'Within budget', '100'],
    ['80', 'warning', 'Close to the limit', '100'],
    ['100', 'exceeded', 'Over the limit', '100'],
    ['117.6', 'exceeded', 'Over the limit', '117.6'],
  ] as const)(
    'C8 says in words what %s %% used means',
    async (used, status, words, maximum) => {
      renderOnEntity(<BudgetCard />, {
        budgets: async () =>
          budgetsResponse({
            items: [budget({ usedPercent: Number(used), status })],
          }),
      });

      expect(await screen.findByText(words)).toBeInTheDocument();
      const meter = screen.getByRole('meter');
      expect(meter).toHaveAttribute('aria-valuenow', used);
      // A value beyond the maximum would not be a valid meter.
      expect(meter).toHaveAttribute('aria-valuemax', maximum);
    },
  );

  it('C8 does not show missing figures as zero', async () => {
    renderOnEntity(<BudgetCard />, {
      budgets: async () =>
        budgetsResponse({
          items: [
            budget({
              actual: undefined,
              forecast: undefined,
              usedPercent: undefined,
              status: 'unknown',
            }),
          ],
        }),
    });

    expect(
      await screen.findByText('Spend is not yet known'),
    ).toBeInTheDocument();
    expect(screen.getByText('not yet known')).toBeInTheDocument();
    expect(screen.getByText('none yet')).toBeInTheDocument();
    expect(screen.queryByRole('meter')).not.toBeInTheDocument();
    expect(screen.queryByText('$0.00')).not.toBeInTheDocument();
  });

  it('holds the place of what is loading, with the title already there', async () => {
    renderOnEntity(<BudgetCard />, { budgets: () => new Promise(() => {}) });

    expect(
      await screen.findByRole('heading', { name: 'Budget' }),
    ).toBeInTheDocument();
    expect(screen.getByText('Loading budgets')).toBeInTheDocument();
  });

  it('says why there is no budget and where it was looked for', async () => {
    renderOnEntity(<BudgetCard />, {
      budgets: async () => budgetsResponse({ items: [] }),
    });

    expect(
      await screen.findByText(
        'No AWS budget watches component:default/speech yet',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('ml-dev (123456789012), all regions: 3 minutes ago'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('The budget comes with the first deployment.'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'deploy command' }),
    ).not.toBeInTheDocument();
  });

  it('C3 shows dev before prod, whatever order they come in', async () => {
    renderOnEntity(<BudgetCard />, {
      budgets: async () =>
        budgetsResponse({ items: [exceededBudget(), budget()] }),
    });

    const names = (await screen.findAllByRole('heading', { level: 4 })).map(
      heading => heading.textContent,
    );
    expect(names).toEqual([
      'audio-speech-dev-budget',
      'audio-speech-prod-budget',
    ]);
  });

  it('says plainly that no AWS is connected', async () => {
    renderOnEntity(<BudgetCard />, {
      budgets: async () =>
        budgetsResponse({ aws: awsMissing, items: [], collections: [] }),
    });

    expect(
      await screen.findByText('No AWS account is connected'),
    ).toBeInTheDocument();
  });

  it('names an error and tries again', async () => {
    let works = false;
    renderOnEntity(<BudgetCard />, {
      budgets: async () => {
        if (!works) {
          throw new Error('The database does not answer');
        }
        return budgetsResponse();
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database does not answer',
    );

    works = true;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Within budget')).toBeInTheDocument();
  });

  it('names the permission that a reader lacks', async () => {
    renderOnEntity(<BudgetCard />, {
      budgets: () => Promise.reject(new NotAllowedError('Unauthorized')),
    });

    expect(
      await screen.findByText('You may not see budgets'),
    ).toBeInTheDocument();
    expect(screen.getByText(/mlinfra.cost.read/)).toBeInTheDocument();
  });

  it('shows the other accounts when one of them fails, and marks old figures', async () => {
    const denied = deniedCollection({ collector: 'budgets', region: 'global' });
    renderOnEntity(<BudgetCard />, {
      budgets: async () =>
        budgetsResponse({
          items: [
            budget(),
            exceededBudget({ collectedAt: denied.lastSuccessAt }),
          ],
          collections: [
            collection({ collector: 'budgets', region: 'global' }),
            denied,
          ],
        }),
    });

    expect(
      await screen.findByText(
        'AWS denied access to account ml-prod (210987654321)',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('$1,411.20')).toBeInTheDocument();
    expect(screen.getByText('$21.24')).toBeInTheDocument();
    // Once for the card and once for the budget whose figures are old.
    expect(screen.getAllByText('Stale: collected 1 day ago')).toHaveLength(2);
  });

  it('marks an emulated AWS, and offers no console that leads nowhere', async () => {
    renderOnEntity(<BudgetCard />, {
      budgets: async () =>
        budgetsResponse({
          aws: awsEmulated,
          items: [budget({ consoleUrl: undefined })],
        }),
    });

    expect(await screen.findByText('Emulated AWS')).toBeInTheDocument();
    expect(screen.queryByText('AWS console')).not.toBeInTheDocument();
  });

  it('never leaves one entity’s budget on another entity’s page', async () => {
    const { showEntity } = renderOnEntity(<BudgetCard />, {
      budgets: async entityRef =>
        budgetsResponse({ items: [budget({ name: `of ${entityRef}` })] }),
    });
    expect(
      await screen.findByText('of component:default/speech'),
    ).toBeInTheDocument();

    showEntity(componentEntity('other'));
    expect(
      screen.queryByText('of component:default/speech'),
    ).not.toBeInTheDocument();
    expect(
      await screen.findByText('of component:default/other'),
    ).toBeInTheDocument();
  });
});
