import { Alert } from '@backstage/ui';
import type { TryItState } from '@mlinfra/plugin-mlinfra-common';
import { useMessages } from '../../translation/useMessages';

const REASONS = [
  'switched-off',
  'no-permission',
  'not-live',
  'not-reachable',
  'no-example',
] as const;

interface TryItOffProps {
  off: Extract<TryItState, { allowed: false }>;
}

/** Why no request can be sent from here. */
export function TryItOff({ off }: TryItOffProps) {
  const t = useMessages();
  const reason = REASONS.find(each => each === off.reason) ?? 'other';
  return (
    <Alert
      status="info"
      icon
      title={t(`endpointPage.tryIt.off.${reason}`)}
      description={off.message}
    />
  );
}
