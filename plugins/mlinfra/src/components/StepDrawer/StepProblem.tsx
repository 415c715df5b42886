import { Alert } from '@backstage/ui';
import type { StepStatus } from '@mlinfra/plugin-mlinfra-common';
import { useMessages } from '../../translation/useMessages';
import { ErrorCause } from '../ErrorCause/ErrorCause';

interface StepProblemProps {
  status: StepStatus;
  error: string | undefined;
  cause: string | undefined;
}

/** Which error it was, why, and what an error of this name means. */
export function StepProblem({ status, error, cause }: StepProblemProps) {
  const t = useMessages();
  if (error === undefined && cause === undefined) {
    return null;
  }
  return (
    <Alert
      status={status === 'caught' ? 'warning' : 'danger'}
      icon
      title={error ?? t('runPage.drawer.error')}
      description={<ErrorCause error={error} cause={cause} />}
    />
  );
}
