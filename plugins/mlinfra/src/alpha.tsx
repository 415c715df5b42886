/**
 * The plugin in an app of the new frontend system.
 *
 * @packageDocumentation
 */
import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiCpuLine } from '@remixicon/react';
import { mlinfraApi } from './alpha/apis';
import {
  budgetCard,
  endpointsCard,
  entityContent,
  runsCard,
} from './alpha/entity';
import { environmentField, serviceNameField } from './alpha/formFields';
import {
  accountsSubPage,
  budgetsSubPage,
  endpointsSubPage,
  mlinfraPage,
  runsSubPage,
} from './alpha/pages';
import { routes } from './routes';

export { mlinfraTranslationRef } from './translation/ref';

/** @alpha */
export default createFrontendPlugin({
  pluginId: 'mlinfra',
  title: 'ML infrastructure',
  icon: <RiCpuLine />,
  info: { packageJson: () => import('../package.json') },
  routes,
  extensions: [
    mlinfraApi,
    mlinfraPage,
    endpointsSubPage,
    runsSubPage,
    budgetsSubPage,
    accountsSubPage,
    endpointsCard,
    runsCard,
    budgetCard,
    entityContent,
    serviceNameField,
    environmentField,
  ],
});
