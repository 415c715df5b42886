import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  type CatalogApi,
  catalogApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  type FieldExtensionOptions,
  SecretsContextProvider,
  type TemplateParameterSchema,
} from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import type { AccountsResponse } from '@mlinfra/plugin-mlinfra-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { mlinfraApiRef } from '../api/mlinfraApiRef';
import { environmentFieldOptions } from '../fields/environment/options';
import { serviceNameFieldOptions } from '../fields/serviceName/options';
import { componentEntity } from '../testing/fixtures';
import { FixtureMlinfraApi } from '../testing/FixtureMlinfraApi';

const ownExtensions = [serviceNameFieldOptions, environmentFieldOptions].map(
  options => ({ ...options, schema: options.schema.schema }),
);

/** What a test may set apart from the wizard's page. */
export interface WizardOptions {
  theme?: 'mui' | 'bui';
  accounts?: () => Promise<AccountsResponse>;
  catalog?: CatalogApi;
  initialState?: ComponentProps<typeof Stepper>['initialState'];
  /** Fields beside the plugin's own. */
  extensions?: FieldExtensionOptions[];
}

/** Shows the real wizard with one page, with the real form around the fields. */
export function renderWizard(
  schema: TemplateParameterSchema['steps'][number]['schema'],
  options: WizardOptions = {},
) {
  const onCreate = jest.fn(async () => {});
  const { theme = 'mui', accounts, initialState, extensions = [] } = options;
  const { catalog = catalogApiMock({ entities: [componentEntity()] }) } =
    options;
  renderInTestApp(
    <SecretsContextProvider>
      <Stepper
        manifest={{ title: 'Wizard', steps: [{ title: 'Page', schema }] }}
        extensions={[...ownExtensions, ...extensions]}
        formProps={{ EXPERIMENTAL_theme: theme }}
        initialState={initialState}
        onCreate={onCreate}
      />
    </SecretsContextProvider>,
    {
      apis: [
        [mlinfraApiRef, new FixtureMlinfraApi({ accounts })],
        [catalogApiRef, catalog],
      ],
    },
  );
  return { onCreate };
}

/** Goes on from the page. */
export async function review() {
  await userEvent.click(await screen.findByRole('button', { name: 'Review' }));
}

/** Goes on from the page, and takes what it gave. */
export async function create(onCreate: jest.Mock) {
  await review();
  await userEvent.click(await screen.findByRole('button', { name: 'Create' }));
  await waitFor(() => expect(onCreate).toHaveBeenCalled());
}
