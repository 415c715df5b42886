import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useEntityBudgets } from '../../data/useEntityInfrastructure';
import { useRefresh } from '../../data/useRefresh';
import { EntityBudgets } from '../Budgets/EntityBudgets';

/** The budgets of the entity whose page this is. @public */
export function BudgetCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const latest = useEntityBudgets(entityRef);
  const { reload } = latest;
  const refresh = useRefresh({ entityRef, reload });
  return <EntityBudgets entity={entity} latest={latest} refresh={refresh} />;
}
