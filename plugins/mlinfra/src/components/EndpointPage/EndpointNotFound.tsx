import { Alert, Link } from '@backstage/ui';
import { useOptionalRoute } from '../../api/useOptionalRoute';
import { endpointsRouteRef } from '../../routes';
import { useMessages } from '../../translation/useMessages';

interface EndpointNotFoundProps {
  endpointKey: string;
}

/** No such endpoint, or none that the reader may see: the backend does not tell which. */
export function EndpointNotFound({ endpointKey }: EndpointNotFoundProps) {
  const t = useMessages();
  const all = useOptionalRoute(endpointsRouteRef)?.();
  return (
    <Alert
      status="info"
      icon
      title={t('endpointPage.notFound.title', { key: endpointKey })}
      description={t('endpointPage.notFound.description')}
      customActions={all && <Link href={all}>{t('endpointPage.all')}</Link>}
    />
  );
}
