import { Alert } from '@backstage/ui';
import { errorText } from '../../data/errorReason';
import type { Refresh, RefreshOutcome } from '../../data/useRefresh';
import { useMessages, type Messages } from '../../translation/useMessages';

const STATUS: Record<
  RefreshOutcome['kind'],
  'success' | 'info' | 'warning' | 'danger'
> = {
  collected: 'success',
  'collected-in-part': 'warning',
  'too-soon': 'info',
  slow: 'info',
  failed: 'danger',
};

interface RefreshResultProps {
  refresh: Refresh;
}

/** How a refresh goes and how it ended, also read out by screen readers. */
export function RefreshResult({ refresh }: RefreshResultProps) {
  const t = useMessages();
  const { running, outcome } = refresh;
  return (
    // The live region must exist before its content for it to be read out.
    <div role="status">
      {running && (
        <Alert status="info" isPending title={t('common.refresh.running')} />
      )}
      {outcome && (
        <Alert
          status={STATUS[outcome.kind]}
          icon
          title={describe(outcome, t)}
        />
      )}
    </div>
  );
}

function describe(outcome: RefreshOutcome, t: Messages): string {
  switch (outcome.kind) {
    case 'collected':
      return t('common.refresh.collected');
    case 'collected-in-part':
      return t('common.refresh.collectedInPart');
    case 'too-soon':
      return t('common.refresh.tooSoon', { count: outcome.retryAfterSeconds });
    case 'slow':
      return t('common.refresh.slow');
    default:
      return t('common.refresh.failed', { message: errorText(outcome.error) });
  }
}
