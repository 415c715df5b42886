import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { RiPauseLine, RiPulseLine, RiRefreshLine } from '@remixicon/react';
import { useDocumentVisible } from '../../data/useDocumentVisible';
import { useMessages } from '../../translation/useMessages';
import { StatusBadge } from '../StatusBadge/StatusBadge';

const LOOKS = {
  live: { tone: 'announcement', icon: RiPulseLine },
  polling: { tone: 'announcement', icon: RiRefreshLine },
  paused: { tone: 'neutral', icon: RiPauseLine },
} as const;

/** How the page keeps up with a run that goes on. */
export function FollowingBadge() {
  const t = useMessages();
  const visible = useDocumentVisible();
  const signals = useApiHolder().get(signalApiRef);
  const awake = signals ? 'live' : 'polling';
  const way = visible ? awake : 'paused';
  return (
    <span title={t(`runPage.following.${way}Hint`)}>
      <StatusBadge {...LOOKS[way]} label={t(`runPage.following.${way}`)} />
    </span>
  );
}
