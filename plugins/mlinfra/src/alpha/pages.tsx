import {
  coreExtensionData,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiCpuLine } from '@remixicon/react';
import { rootRouteRef } from '../routes';

/** The header has room for the whole title, a sidebar's item has not. */
const NAV_TITLE = 'ML infra';

/** `page:mlinfra` @alpha */
export const mlinfraPage = PageBlueprint.makeWithOverrides({
  factory(originalFactory, { config }) {
    const page = originalFactory({
      path: '/mlinfra',
      title: 'ML infrastructure',
      icon: <RiCpuLine />,
      routeRef: rootRouteRef,
    });
    return [
      ...[...page].filter(
        ({ id }: { id: string }) => id !== coreExtensionData.title.id,
      ),
      coreExtensionData.title(config.title ?? NAV_TITLE),
    ];
  },
});

/** `sub-page:mlinfra/endpoints` @alpha */
export const endpointsSubPage = SubPageBlueprint.make({
  name: 'endpoints',
  params: {
    path: 'endpoints',
    title: 'Endpoints',
    loader: () =>
      import('../components/Endpoints/EndpointsPages').then(m => (
        <m.EndpointsPages />
      )),
  },
});

/** `sub-page:mlinfra/runs` @alpha */
export const runsSubPage = SubPageBlueprint.make({
  name: 'runs',
  params: {
    path: 'runs',
    title: 'Runs',
    loader: () =>
      import('../components/Runs/RunsPages').then(m => <m.RunsPages />),
  },
});

/** `sub-page:mlinfra/budgets` @alpha */
export const budgetsSubPage = SubPageBlueprint.make({
  name: 'budgets',
  params: {
    path: 'budgets',
    title: 'Budgets',
    loader: () =>
      import('../components/Fleet/FleetBudgets').then(m => <m.FleetBudgets />),
  },
});

/** `sub-page:mlinfra/accounts` @alpha */
export const accountsSubPage = SubPageBlueprint.make({
  name: 'accounts',
  params: {
    path: 'accounts',
    title: 'Accounts',
    loader: () =>
      import('../components/Accounts/Accounts').then(m => <m.Accounts />),
  },
});
