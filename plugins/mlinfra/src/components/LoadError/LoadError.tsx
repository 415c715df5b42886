import { Alert, Button } from '@backstage/ui';
import { errorReason, errorText } from '../../data/errorReason';
import type { Latest } from '../../data/useLatest';
import { useMessages } from '../../translation/useMessages';

/** What a page asked for, and the permission it takes. */
export interface Subject {
  what: string;
  permission: 'inventory' | 'cost' | 'account';
}

interface LoadErrorProps {
  latest: Latest<unknown>;
  subject: Subject;
}

/** Why data could not be loaded, what to do about it, and another try; nothing where it could. */
export function LoadError({ latest, subject }: LoadErrorProps) {
  const { data, error, pending, reload } = latest;
  const { what, permission } = subject;
  const t = useMessages();
  if (!error) {
    return null;
  }
  // Older data is still on the page.
  const kept = data !== undefined;
  const reason = errorReason(error);

  if (reason === 'not-allowed') {
    return (
      <Alert
        status="info"
        icon
        title={t('common.error.notAllowed.title', { what })}
        description={t(`common.error.notAllowed.${permission}`)}
      />
    );
  }
  const notFound = reason === 'not-found';
  const other = kept ? 'titleKept' : 'title';
  return (
    <Alert
      role="alert"
      status={kept ? 'warning' : 'danger'}
      icon
      title={
        notFound
          ? t('common.error.notFound.title', { what })
          : t(`common.error.other.${other}`, { what })
      }
      description={
        notFound ? t('common.error.notFound.description') : errorText(error)
      }
      customActions={
        <Button
          size="small"
          variant="secondary"
          isPending={pending}
          onPress={reload}
        >
          {t('common.retry')}
        </Button>
      }
    />
  );
}
