import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { mlinfraEntityFilter } from '@mlinfra/plugin-mlinfra-common';
import { RiCpuLine } from '@remixicon/react';
import { isPipelineAvailable } from '../api/isPipelineAvailable';
import { entityContentRouteRef } from '../routes';

/** `entity-card:mlinfra/endpoints` @alpha */
export const endpointsCard = EntityCardBlueprint.make({
  name: 'endpoints',
  params: {
    type: 'content',
    filter: mlinfraEntityFilter,
    loader: () =>
      import('../components/EndpointsCard/EndpointsCard').then(m => (
        <m.EndpointsCard />
      )),
  },
});

/** `entity-card:mlinfra/budget` @alpha */
export const budgetCard = EntityCardBlueprint.make({
  name: 'budget',
  params: {
    type: 'content',
    filter: mlinfraEntityFilter,
    loader: () =>
      import('../components/BudgetCard/BudgetCard').then(m => <m.BudgetCard />),
  },
});

/** `entity-card:mlinfra/runs` @alpha */
export const runsCard = EntityCardBlueprint.make({
  name: 'runs',
  params: {
    type: 'content',
    filter: isPipelineAvailable,
    loader: () =>
      import('../components/RunsCard/RunsCard').then(m => <m.RunsCard />),
  },
});

/** `entity-content:mlinfra` @alpha */
export const entityContent = EntityContentBlueprint.make({
  params: {
    path: '/ml-infrastructure',
    title: 'ML infrastructure',
    group: 'operation',
    icon: <RiCpuLine />,
    routeRef: entityContentRouteRef,
    filter: mlinfraEntityFilter,
    loader: () =>
      import('../components/EntityContent/EntityContent').then(m => (
        <m.EntityContent />
      )),
  },
});
