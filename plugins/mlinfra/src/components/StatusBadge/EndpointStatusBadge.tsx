import type { EndpointStatus } from '@mlinfra/plugin-mlinfra-common';
import {
  RiAlertLine,
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiLoopLeftLine,
  RiQuestionLine,
  RiZzzLine,
} from '@remixicon/react';
import { useMessages } from '../../translation/useMessages';
import { StatusBadge, type StatusLook } from './StatusBadge';

const LOOKS: Record<EndpointStatus, StatusLook> = {
  live: { tone: 'positive', icon: RiCheckboxCircleLine },
  updating: { tone: 'announcement', icon: RiLoopLeftLine },
  degraded: { tone: 'warning', icon: RiAlertLine },
  failed: { tone: 'negative', icon: RiCloseCircleLine },
  'not-deployed': { tone: 'neutral', icon: RiZzzLine },
  unknown: { tone: 'neutral', icon: RiQuestionLine },
};

/** Every status an endpoint can have. */
export const ENDPOINT_STATUSES = Object.keys(LOOKS) as EndpointStatus[];

interface EndpointStatusBadgeProps {
  status: EndpointStatus;
}

/** A status that a newer backend may send is shown as unknown, never as live. */
export function EndpointStatusBadge({ status }: EndpointStatusBadgeProps) {
  const t = useMessages();
  const known = status in LOOKS ? status : 'unknown';
  return (
    <StatusBadge {...LOOKS[known]} label={t(`endpoints.status.${known}`)} />
  );
}
