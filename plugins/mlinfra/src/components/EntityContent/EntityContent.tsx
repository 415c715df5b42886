import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Flex } from '@backstage/ui';
import {
  useEntityBudgets,
  useEntityEndpoints,
} from '../../data/useEntityInfrastructure';
import { useEntityRuns } from '../../data/useEntityRuns';
import { useRefreshOfAll } from '../../data/useRefreshOfAll';
import { useMessages } from '../../translation/useMessages';
import { BudgetList } from '../Budgets/BudgetList';
import { EndpointList } from '../Endpoints/EndpointList';
import { CardActions } from '../Infrastructure/CardActions';
import { Infrastructure } from '../Infrastructure/Infrastructure';
import { NoAwsConnected } from '../NoAwsConnected/NoAwsConnected';
import { BudgetHint } from '../NothingFound/BudgetHint';
import { DeployHint } from '../NothingFound/DeployHint';
import { EntityRuns } from '../Runs/EntityRuns';
import { RefreshResult } from '../RefreshButton/RefreshResult';

/** A table below shows the rest. */
const NEWEST_RUNS = 20;

/** Everything that is known of an entity's infrastructure, refreshed by one button. @public */
export function EntityContent() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const t = useMessages();
  const endpoints = useEntityEndpoints(entityRef);
  const budgets = useEntityBudgets(entityRef);
  const runs = useEntityRuns(entityRef, NEWEST_RUNS);
  const refresh = useRefreshOfAll(entityRef, { endpoints, budgets, runs });

  if (
    [endpoints, budgets, runs].some(({ data }) => data?.aws.connected === false)
  ) {
    return (
      <EntityInfoCard title={t('common.title')}>
        <NoAwsConnected what={t('common.noAws.everything')} />
      </EntityInfoCard>
    );
  }
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
          emptyHint={({ emulated }) => (
            <DeployHint entity={entity} emulated={emulated} />
          )}
        >
          {data => <EndpointList entity={entity} data={data} detailed />}
        </Infrastructure>
      </EntityInfoCard>
      <EntityRuns entity={entity} latest={runs} />
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
          emptyHint={() => <BudgetHint />}
        >
          {data => <BudgetList data={data} detailed />}
        </Infrastructure>
      </EntityInfoCard>
    </Flex>
  );
}
