import { NotAllowedError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  accountsResponse,
  awsEmulated,
  awsMissing,
  collection,
  devAccount,
} from '../../testing/fixtures';
import { renderWithMlinfra } from '../../__testUtils__/renderWithMlinfra';
import { Accounts } from './Accounts';

describe('Accounts', () => {
  it('shows what was collected when, what fails and what to do about it', async () => {
    renderWithMlinfra(<Accounts />);

    expect(
      await screen.findByRole('heading', { name: 'ml-dev (123456789012)' }),
    ).toBeInTheDocument();
    expect(screen.getAllByText('Up to date')).toHaveLength(2);
    expect(screen.getByText('Inventory, eu-west-1')).toBeInTheDocument();
    expect(
      screen.getByText('Last success 1 day ago, last attempt 4 minutes ago'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        /Add the statement "Inventory" of the documented policy/,
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Failed operation: apigateway:GetRestApis'),
    ).toBeInTheDocument();
    expect(screen.getByText('Not yet collected')).toBeInTheDocument();
  });

  it('shows resources that claim an entity which the account may not speak for', async () => {
    renderWithMlinfra(<Accounts />);

    expect(await screen.findByText('1 rejected claim')).toBeInTheDocument();
    const claim = screen.getByText(/zz99zz99zz/).closest('li') as HTMLLIElement;
    expect(
      within(claim).getByText('claims component:default/payments'),
    ).toBeInTheDocument();
    expect(
      within(claim).getByText(/is not among the owners of account ml-prod/),
    ).toBeInTheDocument();
  });

  it.each([
    [{ running: true }, 'Collecting'],
    [{ stale: true }, 'Stale'],
    [{ lastSuccessAt: undefined }, 'Not yet collected'],
  ])('says where a collection stands: %p', async (state, label) => {
    renderWithMlinfra(<Accounts />, {
      accounts: async () =>
        accountsResponse({
          items: [devAccount({ collections: [collection(state)] })],
        }),
    });

    expect(await screen.findByText(label)).toBeInTheDocument();
  });

  it('marks an emulated account, and says when nothing was collected', async () => {
    renderWithMlinfra(<Accounts />, {
      accounts: async () =>
        accountsResponse({
          aws: awsEmulated,
          items: [
            devAccount({ emulated: true, collections: [], environments: [] }),
          ],
        }),
    });

    expect(await screen.findByText('Emulated AWS')).toBeInTheDocument();
    expect(
      screen.getByText(/Nothing has been collected yet/),
    ).toBeInTheDocument();
    expect(screen.getByText('any')).toBeInTheDocument();
  });

  it('says plainly that no AWS is connected', async () => {
    renderWithMlinfra(<Accounts />, {
      accounts: async () => accountsResponse({ aws: awsMissing, items: [] }),
    });

    expect(
      await screen.findByText('No AWS account is connected'),
    ).toBeInTheDocument();
  });

  it('names the permission that a reader lacks', async () => {
    renderWithMlinfra(<Accounts />, {
      accounts: () => Promise.reject(new NotAllowedError('Unauthorized')),
    });

    expect(
      await screen.findByText('You may not see accounts'),
    ).toBeInTheDocument();
    expect(screen.getByText(/mlinfra.account.read/)).toBeInTheDocument();
  });

  it('shows that it is loading, then an error, then tries again', async () => {
    let works = false;
    renderWithMlinfra(<Accounts />, {
      accounts: async () => {
        if (!works) {
          throw new Error('The database does not answer');
        }
        return accountsResponse();
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database does not answer',
    );

    works = true;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('heading', { name: 'ml-prod (210987654321)' }),
    ).toBeInTheDocument();
  });

  it('holds the place of what is loading', async () => {
    renderWithMlinfra(<Accounts />, { accounts: () => new Promise(() => {}) });
    expect(await screen.findByText('Loading accounts')).toBeInTheDocument();
  });
});
