import { Alert, Link } from '@backstage/ui';
import { useOptionalRoute } from '../../api/useOptionalRoute';
import { runsRouteRef } from '../../routes';
import { useMessages } from '../../translation/useMessages';

interface RunNotFoundProps {
  runId: string;
}

/** No such run, or none that the reader may see: the backend does not tell which. */
export function RunNotFound({ runId }: RunNotFoundProps) {
  const t = useMessages();
  const runs = useOptionalRoute(runsRouteRef)?.();
  return (
    <Alert
      status="info"
      icon
      title={t('runPage.notFound.title', { id: runId })}
      description={t('runPage.notFound.description')}
      customActions={
        runs && <Link href={runs}>{t('runPage.notFound.link')}</Link>
      }
    />
  );
}
