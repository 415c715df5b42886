import { Badge, Flex, Text } from '@backstage/ui';
import type { Budget } from '@mlinfra/plugin-mlinfra-common';
import type { Age } from '../../data/rowAges';
import { formatUsd } from '../../format/usd';
import { useMessages } from '../../translation/useMessages';
import { DataAge } from '../DataAge/DataAge';
import { ExternalLink } from '../ExternalLink/ExternalLink';
import { Facts } from '../Facts/Facts';
import { ItemHeading } from '../ItemList/ItemHeading';
import { ItemLine } from '../ItemList/ItemLine';
import { BudgetStatusBadge } from '../StatusBadge/BudgetStatusBadge';
import { BudgetMeter } from './BudgetMeter';
import styles from './Budgets.module.css';
import { useTimeUnit } from './useTimeUnit';

interface BudgetItemProps {
  budget: Budget;
  /** Left out where the header's age is this one's too. */
  age?: Age;
  detailed?: boolean;
}

/** One budget: what may be spent, what is, and how it will end. */
export function BudgetItem(props: BudgetItemProps) {
  const { budget, age, detailed } = props;
  const { accountId, accountName, usedPercent } = budget;
  const t = useMessages();
  const timeUnit = useTimeUnit(budget.timeUnit);
  const account = accountName ? `${accountName} (${accountId})` : accountId;
  return (
    <Flex direction="column" gap="2">
      <ItemLine>
        <BudgetStatusBadge status={budget.status} />
        <Badge size="small">
          {budget.environment ?? t('common.anyEnvironment')}
        </Badge>
        <ItemHeading>{budget.name}</ItemHeading>
      </ItemLine>
      {usedPercent !== undefined && (
        <BudgetMeter budget={budget} usedPercent={usedPercent} />
      )}
      <Text as="p" variant="body-small">
        {usedPercent === undefined
          ? t('budgets.usedUnknown')
          : t('budgets.used', { percent: String(usedPercent) })}
      </Text>
      <div className={styles.amount}>
        <Facts
          facts={[
            [
              t('budgets.field.actual'),
              budget.actual === undefined
                ? t('budgets.actualUnknown')
                : formatUsd(budget.actual),
            ],
            [
              t('budgets.field.forecast'),
              budget.forecast === undefined
                ? t('budgets.forecastUnknown')
                : formatUsd(budget.forecast),
            ],
            [
              t('budgets.field.limit'),
              `${formatUsd(budget.limit)} ${timeUnit}`,
            ],
            [t('budgets.field.account'), detailed ? account : undefined],
          ]}
        />
      </div>
      <ItemLine>
        {age && <DataAge {...age} />}
        <ExternalLink href={budget.consoleUrl}>
          {t('common.consoleLink')}
        </ExternalLink>
      </ItemLine>
    </Flex>
  );
}
