import { Flex, Text } from '@backstage/ui';
import type { EntityBudgetsResponse } from '@mlinfra/plugin-mlinfra-common';
import { inEnvironmentOrder } from '../../data/environmentOrder';
import { rowAges } from '../../data/rowAges';
import { useMessages } from '../../translation/useMessages';
import { BudgetItem } from './BudgetItem';
import styles from './Budgets.module.css';

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
      <ul className={styles.list}>
        {inEnvironmentOrder(data.items).map(budget => (
          <li key={budget.id} className={styles.item}>
            <BudgetItem
              budget={budget}
              age={ages.get(budget.id)}
              detailed={detailed}
            />
          </li>
        ))}
      </ul>
      {detailed && (
        <Text as="p" variant="body-small" color="secondary">
          {t('budgets.late')}
        </Text>
      )}
    </Flex>
  );
}
