import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Flex } from '@backstage/ui';
import { useEntityBudgets } from '../../data/useEntityInfrastructure';
import { useRefresh } from '../../data/useRefresh';
import { useMessages } from '../../translation/useMessages';
import { BudgetList } from '../Budgets/BudgetList';
import { CardActions } from '../Infrastructure/CardActions';
import { Infrastructure } from '../Infrastructure/Infrastructure';
import { BudgetHint } from '../NothingFound/BudgetHint';
import { RefreshResult } from '../RefreshButton/RefreshResult';

/** The budgets of the entity whose page this is. @public */
export function BudgetCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const t = useMessages();
  const latest = useEntityBudgets(entityRef);
  const { data: current, reload } = latest;
  const refresh = useRefresh({ entityRef, current, reload });

  return (
    <EntityInfoCard
      title={t('budgets.title')}
      headerActions={
        <CardActions entityRef={entityRef} data={current} refresh={refresh} />
      }
    >
      <Flex direction="column" gap="3">
        <RefreshResult refresh={refresh} />
        <Infrastructure
          entity={entity}
          latest={latest}
          subject={{ what: t('budgets.what'), permission: 'cost' }}
          emptyTitle={t('budgets.empty', { entityRef })}
          collectingTitle={t('budgets.collecting')}
          emptyHint={() => <BudgetHint />}
        >
          {data => <BudgetList data={data} />}
        </Infrastructure>
      </Flex>
    </EntityInfoCard>
  );
}
