import type { TargetGroupHealth } from '@mlinfra/plugin-mlinfra-common';
import {
  RiAlertLine,
  RiCheckboxCircleLine,
  RiQuestionLine,
} from '@remixicon/react';
import { useMessages } from '../../translation/useMessages';
import { ItemLine } from '../ItemList/ItemLine';
import { MutedText } from '../MutedText/MutedText';
import { StatusBadge, type StatusLook } from '../StatusBadge/StatusBadge';

/** Only AWS's own `healthy` is green. */
const LOOKS: Record<string, StatusLook> = {
  healthy: { tone: 'positive', icon: RiCheckboxCircleLine },
  unhealthy: { tone: 'negative', icon: RiAlertLine },
};
const OTHER: StatusLook = { tone: 'neutral', icon: RiQuestionLine };

interface TargetHealthProps {
  group: TargetGroupHealth;
}

/** How many targets of a load balancer are in which health, and why they are not well. */
export function TargetHealth({ group }: TargetHealthProps) {
  const t = useMessages();
  const targets = Object.entries(group.targets).filter(
    ([, count]) => count > 0,
  );
  return (
    <ItemLine>
      <MutedText>
        {t('endpoints.service.targets', { name: group.name })}
      </MutedText>
      {targets.map(([health, count]) => (
        <StatusBadge
          key={health}
          {...(LOOKS[health] ?? OTHER)}
          label={`${count} ${health}`}
        />
      ))}
      {targets.length === 0 && (
        <StatusBadge {...OTHER} label={t('endpoints.service.noTargets')} />
      )}
      {group.reasons.length > 0 && (
        <MutedText>{group.reasons.join(' ')}</MutedText>
      )}
    </ItemLine>
  );
}
