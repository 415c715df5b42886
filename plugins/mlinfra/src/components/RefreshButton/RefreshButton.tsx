import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import {
  mlinfraRefreshPermission,
  type EntityRef,
} from '@mlinfra/plugin-mlinfra-common';
import { RiRefreshLine } from '@remixicon/react';
import type { Refresh } from '../../data/useRefresh';
import { useMessages } from '../../translation/useMessages';

interface RefreshButtonProps {
  entityRef: EntityRef;
  refresh: Refresh;
}

/** Has the data collected now; absent for those who may not ask for it. */
export function RefreshButton({ entityRef, refresh }: RefreshButtonProps) {
  const t = useMessages();
  const { allowed } = usePermission({
    permission: mlinfraRefreshPermission,
    resourceRef: entityRef,
  });
  if (!allowed) {
    return null;
  }
  return (
    <Button
      size="small"
      variant="secondary"
      iconStart={<RiRefreshLine />}
      isPending={refresh.running}
      onPress={refresh.start}
    >
      {t('common.refresh.button')}
    </Button>
  );
}
