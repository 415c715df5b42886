import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Flex } from '@backstage/ui';
import type { EntityRef } from '@mlinfra/plugin-mlinfra-common';
import { useCallback, useMemo } from 'react';
import type { Collected } from '../../data/collected';
import {
  useEntityBudgets,
  useEntityEndpoints,
} from '../../data/useEntityInfrastructure';
import { useRefresh, type Refresh } from '../../data/useRefresh';
import type { Latest } from '../../data/useLatest';
import { useMessages } from '../../translation/useMessages';
import { BudgetList } from '../Budgets/BudgetList';
import { EndpointList } from '../Endpoints/EndpointList';
import { CardActions } from '../Infrastructure/CardActions';
import { Infrastructure } from '../Infrastructure/Infrastructure';
import { RefreshResult } from '../RefreshButton/RefreshResult';

/** Everything that is known of an entity's infrastructure, refreshed by one button. @public */
export function EntityContent() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const t = useMessages();
  const endpoints = useEntityEndpoints(entityRef);
  const budgets = useEntityBudgets(entityRef);
  const refresh = useRefreshOfBoth(entityRef, endpoints, budgets);

  return (
    <Flex direction="column" gap="4">
      <RefreshResult refresh={refresh} />
      <EntityInfoCard
        title={t('endpoints.title')}
        headerActions={
          <CardActions
            entityRef={entityRef}
            data={endpoints.data}
            refresh={refresh}
          />
        }
      >
        <Infrastructure
          entity={entity}
          latest={endpoints}
          subject={{ what: t('endpoints.what'), permission: 'inventory' }}
          emptyTitle={t('endpoints.empty', { entityRef })}
          collectingTitle={t('endpoints.collecting')}
        >
          {data => <EndpointList entity={entity} data={data} detailed />}
        </Infrastructure>
      </EntityInfoCard>
      <EntityInfoCard
        title={t('budgets.title')}
        headerActions={
          // One refresh collects both, so there is one button: it moves here
          // only for a reader who may see costs but no endpoints.
          <CardActions
            entityRef={entityRef}
            data={budgets.data}
            refresh={endpoints.data ? undefined : refresh}
          />
        }
      >
        <Infrastructure
          entity={entity}
          latest={budgets}
          subject={{ what: t('budgets.what'), permission: 'cost' }}
          emptyTitle={t('budgets.empty', { entityRef })}
          collectingTitle={t('budgets.collecting')}
        >
          {data => <BudgetList data={data} detailed />}
        </Infrastructure>
      </EntityInfoCard>
    </Flex>
  );
}

function useRefreshOfBoth(
  entityRef: EntityRef,
  endpoints: Latest<Collected>,
  budgets: Latest<Collected>,
): Refresh {
  const { data: endpointData, reload: reloadEndpoints } = endpoints;
  const { data: budgetData, reload: reloadBudgets } = budgets;
  const current = useMemo(
    () => both(endpointData, budgetData),
    [endpointData, budgetData],
  );
  const reload = useCallback(
    async () =>
      both(...(await Promise.all([reloadEndpoints(), reloadBudgets()]))),
    [reloadEndpoints, reloadBudgets],
  );
  return useRefresh({ entityRef, current, reload });
}

/** What is known together; one part may be missing where the reader may not see it. */
function both(
  first: Collected | undefined,
  second: Collected | undefined,
): Collected | undefined {
  if (!first || !second) {
    return first ?? second;
  }
  return {
    items: [...first.items, ...second.items],
    collections: [...first.collections, ...second.collections],
  };
}
