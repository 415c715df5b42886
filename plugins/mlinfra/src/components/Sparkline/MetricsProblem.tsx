import { Button } from '@backstage/ui';
import { errorReason, errorText } from '../../data/errorReason';
import { useMessages } from '../../translation/useMessages';
import { ItemLine } from '../ItemList/ItemLine';
import { MutedText } from '../MutedText/MutedText';
import type { ListMetrics } from './EndpointSparklines';

interface MetricsProblemProps {
  metrics: ListMetrics;
}

/** One quiet line where no metrics came: the list beside it is whole without them. */
export function MetricsProblem({ metrics }: MetricsProblemProps) {
  const t = useMessages();
  const { error, pending, reload } = metrics;
  if (!error) {
    return null;
  }
  if (errorReason(error) === 'not-allowed') {
    return <MutedText as="p">{t('endpoints.metrics.denied')}</MutedText>;
  }
  return (
    <ItemLine role="status">
      <MutedText>
        {t('endpoints.metrics.failed', { message: errorText(error) })}
      </MutedText>
      <Button
        size="small"
        variant="tertiary"
        isPending={pending}
        onPress={() => reload()}
      >
        {t('common.retry')}
      </Button>
    </ItemLine>
  );
}
