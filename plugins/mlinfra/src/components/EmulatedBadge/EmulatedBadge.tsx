import { Badge } from '@backstage/ui';
import { RiFlaskLine } from '@remixicon/react';
import { useMessages } from '../../translation/useMessages';

/** Says that what is shown comes from an emulator and costs nothing. */
export function EmulatedBadge() {
  const t = useMessages();
  return (
    <Badge size="small" icon={<RiFlaskLine size={14} aria-hidden />}>
      {t('common.emulated')}
    </Badge>
  );
}
