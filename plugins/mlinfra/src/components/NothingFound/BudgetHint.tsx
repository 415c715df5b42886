import { Text } from '@backstage/ui';
import { useMessages } from '../../translation/useMessages';

/** What brings the first budget: nothing but the deployment, which the endpoints explain. */
export function BudgetHint() {
  const t = useMessages();
  return (
    <Text as="p" variant="body-medium">
      {t('budgets.emptyHint')}
    </Text>
  );
}
