import { Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import { useMessages } from '../../translation/useMessages';

interface LoadingLinesProps {
  what: string;
}

/** Holds the place of what is loading, and tells screen readers so. */
export function LoadingLines({ what }: LoadingLinesProps) {
  const t = useMessages();
  return (
    <div role="status" aria-busy="true">
      <VisuallyHidden>{t('common.loading', { what })}</VisuallyHidden>
      <Flex direction="column" gap="2">
        <Skeleton width="40%" height={20} />
        <Skeleton width="90%" height={16} />
        <Skeleton width="65%" height={16} />
      </Flex>
    </div>
  );
}
