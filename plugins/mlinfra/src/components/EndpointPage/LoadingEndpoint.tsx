import { Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import { useMessages } from '../../translation/useMessages';

/** Holds the place of an endpoint that is loading. */
export function LoadingEndpoint() {
  const t = useMessages();
  return (
    <div role="status" aria-busy="true">
      <VisuallyHidden>
        {t('common.loading', { what: t('endpointPage.what') })}
      </VisuallyHidden>
      <Flex direction="column" gap="4">
        <Skeleton width="45%" height={28} />
        <Skeleton width="90%" height={48} />
        <Skeleton width="100%" height={120} />
        <Skeleton width="100%" height={420} />
      </Flex>
    </div>
  );
}
