import { Alert, Text } from '@backstage/ui';
import type { StepStatus } from '@mlinfra/plugin-mlinfra-common';
import { useMessages } from '../../translation/useMessages';
import { knownError } from '../RunPage/knownError';

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
  const known = knownError(error);
  return (
    <Alert
      status={status === 'caught' ? 'warning' : 'danger'}
      icon
      title={error ?? t('runPage.drawer.error')}
      description={
        <>
          <Text
            as="p"
            variant="body-small"
            style={{ overflowWrap: 'anywhere' }}
          >
            {cause ?? t('runPage.error.noCause')}
          </Text>
          {known && (
            <Text as="p" variant="body-small">
              {t(`runPage.error.known.${known}`)}
            </Text>
          )}
        </>
      }
    />
  );
}
