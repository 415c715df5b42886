import { stringifyEntityRef } from '@backstage/catalog-model';
import type { EntityBudgetsResponse } from '@mlinfra/plugin-mlinfra-common';
import { useMessages } from '../../translation/useMessages';
import { Infrastructure } from '../Infrastructure/Infrastructure';
import {
  InfrastructureCard,
  type EntityPartProps,
} from '../Infrastructure/InfrastructureCard';
import { BudgetHint } from '../NothingFound/BudgetHint';
import { BudgetList } from './BudgetList';

/** An entity's budgets in a card. */
export function EntityBudgets(props: EntityPartProps<EntityBudgetsResponse>) {
  const { entity, latest, refresh, detailed } = props;
  const t = useMessages();
  const entityRef = stringifyEntityRef(entity);
  return (
    <InfrastructureCard
      title={t('budgets.title')}
      entityRef={entityRef}
      data={latest.data}
      refresh={refresh}
      ownRefresh={!detailed}
    >
      <Infrastructure
        entity={entity}
        latest={latest}
        subject={{ what: t('budgets.what'), permission: 'cost' }}
        emptyTitle={t('budgets.empty', { entityRef })}
        collectingTitle={t('budgets.collecting')}
        emptyHint={() => <BudgetHint />}
      >
        {data => <BudgetList data={data} detailed={detailed} />}
      </Infrastructure>
    </InfrastructureCard>
  );
}
