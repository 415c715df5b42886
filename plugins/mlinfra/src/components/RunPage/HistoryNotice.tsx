import { Alert } from '@backstage/ui';
import type { HistoryState } from '@mlinfra/plugin-mlinfra-common';
import { formatAge } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';

interface HistoryNoticeProps {
  history: HistoryState;
}

/** What is missing of a run's history; nothing where all is there, or the rest is yet to happen. */
export function HistoryNotice({ history }: HistoryNoticeProps) {
  const t = useMessages();
  const { state, problem, readAt } = history;
  if (state === 'reading') {
    return (
      <Alert
        status="info"
        role="status"
        isPending
        title={t('runPage.history.reading.title')}
        description={t('runPage.history.reading.description')}
      />
    );
  }
  if (state === 'failed') {
    const consequence = readAt
      ? t('runPage.history.failed.kept', { age: formatAge(readAt) })
      : t('runPage.history.failed.none');
    return (
      <Alert
        status="warning"
        icon
        title={t('runPage.history.failed.title')}
        description={[problem, consequence].filter(Boolean).join(' ')}
      />
    );
  }
  return problem ? (
    <Alert
      status="info"
      icon
      title={t('runPage.history.partial.title')}
      description={problem}
    />
  ) : null;
}
