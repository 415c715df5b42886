import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { create, renderWizard, review } from '../__testUtils__/renderWizard';
import { accountsResponse, awsMissing, devAccount } from '../testing/fixtures';

const NAME = {
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string', 'ui:field': 'MlinfraServiceName' } },
};

const place = (environment: string) => ({
  type: 'object',
  properties: {
    dev: {
      title: 'Where dev runs',
      type: 'object',
      'ui:field': 'MlinfraEnvironment',
      'ui:options': { environment },
    },
  },
});

describe.each(['mui', 'bui'] as const)('MlinfraServiceName (%s)', theme => {
  it('C12 takes a good name', async () => {
    const { onCreate } = renderWizard(NAME, { theme });
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Name/ }),
      'speech-tagger-2',
    );
    await create(onCreate);
    expect(onCreate).toHaveBeenCalledWith({ name: 'speech-tagger-2' });
  });

  it.each(['ab', 'Speech', '2speech', 'speech-', 'a"b${c}', 'späch'])(
    'C12 refuses the name %s',
    async name => {
      renderWizard(NAME, { theme });
      const box = await screen.findByRole('textbox', { name: /Name/ });
      await userEvent.click(box);
      await userEvent.paste(name);
      await review();

      expect(
        (await screen.findAllByText(/must be 3 to 32 characters/)).length,
      ).toBeGreaterThan(0);
      expect(
        screen.queryByRole('button', { name: 'Create' }),
      ).not.toBeInTheDocument();
    },
  );

  it('C12 takes a name that was corrected', async () => {
    const { onCreate } = renderWizard(NAME, { theme });
    const box = await screen.findByRole('textbox', { name: /Name/ });
    await userEvent.type(box, 'speech-');
    await review();
    await screen.findAllByText(/must be 3 to 32 characters/);

    await userEvent.type(box, 'two');
    await create(onCreate);
    expect(onCreate).toHaveBeenCalledWith({ name: 'speech-two' });
  });

  it('C12 refuses a name that exists in the catalog', async () => {
    renderWizard(NAME, { theme });
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Name/ }),
      'speech',
    );
    await review();
    expect(
      (
        await screen.findAllByText(
          /is taken: component:default\/speech exists in the catalog/,
        )
      ).length,
    ).toBeGreaterThan(0);
  });
});

describe('MlinfraEnvironment', () => {
  it('C3 offers the accounts of the environment and chooses the first', async () => {
    const { onCreate } = renderWizard(place('dev'));

    const group = await screen.findByRole('group', { name: 'Where dev runs' });
    const account = await within(group).findByLabelText(/AWS account/);
    await waitFor(() =>
      expect(account).toHaveDisplayValue('ml-dev (123456789012)'),
    );
    expect(within(group).queryByText(/ml-prod/)).not.toBeInTheDocument();
    const region = within(group).getByLabelText(/Region/);
    await waitFor(() => expect(region).toHaveDisplayValue('eu-central-1'));

    await userEvent.selectOptions(region, 'eu-west-1');
    await create(onCreate);
    expect(onCreate).toHaveBeenCalledWith({
      dev: { accountId: '123456789012', region: 'eu-west-1' },
    });
  });

  it('C3 chooses a region that the newly chosen account allows', async () => {
    const { onCreate } = renderWizard(place('dev'), {
      accounts: async () =>
        accountsResponse({
          items: [
            devAccount(),
            devAccount({
              accountId: '111122223333',
              name: 'anything',
              environments: [],
              regions: ['us-east-1'],
            }),
          ],
        }),
    });

    await userEvent.selectOptions(
      await screen.findByLabelText(/AWS account/),
      'anything (111122223333)',
    );
    await waitFor(() =>
      expect(screen.getByLabelText(/Region/)).toHaveDisplayValue('us-east-1'),
    );
    await create(onCreate);
    expect(onCreate).toHaveBeenCalledWith({
      dev: { accountId: '111122223333', region: 'us-east-1' },
    });
  });

  it('C3 refuses a region that the account does not allow', async () => {
    renderWizard(place('dev'), {
      initialState: {
        dev: { accountId: '123456789012', region: 'ap-south-1' },
      },
    });
    await screen.findByLabelText(/Region/);
    await review();

    expect(
      (
        await screen.findAllByText(
          /account ml-dev \(123456789012\) does not allow the region ap-south-1; choose one of eu-central-1, eu-west-1/,
        )
      ).length,
    ).toBeGreaterThan(0);
  });

  it('C3 works in the other theme of the wizard', async () => {
    const { onCreate } = renderWizard(place('dev'), { theme: 'bui' });

    expect(
      (await screen.findAllByText('ml-dev (123456789012)')).length,
    ).toBeGreaterThan(0);
    await create(onCreate);
    expect(onCreate).toHaveBeenCalledWith({
      dev: { accountId: '123456789012', region: 'eu-central-1' },
    });
  });

  it.each([
    [
      'no account is connected',
      async () => accountsResponse({ aws: awsMissing, items: [] }),
    ],
    [
      'the accounts may not be seen',
      () => Promise.reject(new Error('Unauthorized')),
    ],
  ])(
    'C3 takes typed values when %s, and checks them',
    async (_case, accounts) => {
      const { onCreate } = renderWizard(place('dev'), { accounts });

      const account = await screen.findByRole('textbox', {
        name: /AWS account/,
      });
      await userEvent.type(account, '12345');
      await review();
      expect(
        (await screen.findAllByText(/needs an AWS account id of twelve digits/))
          .length,
      ).toBeGreaterThan(0);

      await userEvent.type(account, '6789012');
      const region = screen.getByRole('textbox', { name: /Region/ });
      await userEvent.type(region, 'frankfurt');
      await review();
      expect(
        (await screen.findAllByText(/needs an AWS region/)).length,
      ).toBeGreaterThan(0);

      await userEvent.clear(region);
      await userEvent.type(region, 'eu-central-1');
      await create(onCreate);
      expect(onCreate).toHaveBeenCalledWith({
        dev: { accountId: '123456789012', region: 'eu-central-1' },
      });
    },
  );

  it('C3 says when no account takes the environment', async () => {
    renderWizard(place('staging'));
    expect(
      await screen.findByText(
        /No connected account takes the environment staging/,
      ),
    ).toBeInTheDocument();
  });
});
