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
import { EntityAlarms } from '../Alarms/EntityAlarms';
import { EntityBudgets } from '../Budgets/EntityBudgets';
import { EntityDatabases } from '../Databases/EntityDatabases';
import { EntityEndpoints } from '../Endpoints/EntityEndpoints';
import { NoAwsConnected } from '../NoAwsConnected/NoAwsConnected';
import { RefreshResult } from '../RefreshButton/RefreshResult';
import { EntityRuns } from '../Runs/EntityRuns';

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
      <EntityEndpoints
        entity={entity}
        latest={endpoints}
        refresh={refresh}
        detailed
      />
      <EntityAlarms data={endpoints.data} />
      <EntityDatabases data={endpoints.data} />
      <EntityRuns entity={entity} latest={runs} />
      <EntityBudgets
        entity={entity}
        latest={budgets}
        // One refresh collects all, so there is one button: it moves here
        // only for a reader who may see costs but no endpoints.
        refresh={endpoints.data ? undefined : refresh}
        detailed
      />
    </Flex>
  );
}
