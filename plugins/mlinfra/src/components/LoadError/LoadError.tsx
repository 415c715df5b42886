import { Alert, Button } from '@backstage/ui';
import { errorReason, errorText } from '../../data/errorReason';
import { useMessages } from '../../translation/useMessages';

/** What a page asked for, and the permission it takes. */
export interface Subject {
  what: string;
  permission: 'inventory' | 'cost' | 'account';
}

interface LoadErrorProps {
  error: Error;
  subject: Subject;
  /** True while older data is still on the page. */
  kept: boolean;
  pending: boolean;
  onRetry: () => void;
}

/** Why data could not be loaded, what to do about it, and another try. */
export function LoadError(props: LoadErrorProps) {
  const { error, subject, kept, pending, onRetry } = props;
  const { what, permission } = subject;
  const t = useMessages();
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
          onPress={onRetry}
        >
          {t('common.retry')}
        </Button>
      }
    />
  );
}
