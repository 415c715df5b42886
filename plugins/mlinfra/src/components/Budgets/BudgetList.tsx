import { Flex } from '@backstage/ui';
import type { EntityBudgetsResponse } from '@mlinfra/plugin-mlinfra-common';
import { inEnvironmentOrder } from '../../data/environmentOrder';
import { rowAges } from '../../data/rowAges';
import { useMessages } from '../../translation/useMessages';
import { ItemList } from '../ItemList/ItemList';
import { MutedText } from '../MutedText/MutedText';
import { BudgetItem } from './BudgetItem';

interface BudgetListProps {
  data: EntityBudgetsResponse;
  /** Everything that is known, not only what a card has room for. */
  detailed?: boolean;
}

/** An entity's budgets. */
export function BudgetList({ data, detailed }: BudgetListProps) {
  const t = useMessages();
  const ages = rowAges(
    data,
    (collection, { accountId }) => collection.accountId === accountId,
  );
  return (
    <Flex direction="column" gap="4">
      <ItemList>
        {inEnvironmentOrder(data.items).map(budget => (
          <li key={budget.id}>
            <BudgetItem
              budget={budget}
              age={ages.get(budget.id)}
              detailed={detailed}
            />
          </li>
        ))}
      </ItemList>
      {detailed && <MutedText as="p">{t('budgets.late')}</MutedText>}
    </Flex>
  );
}
