import { Alert, Button, Text } from '@backstage/ui';
import type { Run, RunStep } from '@mlinfra/plugin-mlinfra-common';
import { useMessages } from '../../translation/useMessages';
import { ErrorCause } from '../ErrorCause/ErrorCause';
import styles from './RunPage.module.css';

const TITLED = ['failed', 'rejected', 'timed-out', 'aborted'] as const;

interface RunProblemProps {
  run: Run;
  steps: RunStep[];
  onOpen: (state: string, stepId?: string) => void;
}

/** Why a run did not succeed, what that means, and the step to look at. */
export function RunProblem({ run, steps, onOpen }: RunProblemProps) {
  const { error, cause, failedState } = run;
  const t = useMessages();
  const titled = TITLED.find(status => status === run.status);
  if (!titled && error === undefined && cause === undefined) {
    return null;
  }
  const failed = failedState
    ? steps.filter(step => step.stateName === failedState).at(-1)
    : undefined;
  return (
    <Alert
      status={
        titled === 'rejected' || titled === 'aborted' ? 'warning' : 'danger'
      }
      icon
      title={t(`runPage.error.title.${titled ?? 'failed'}`)}
      description={
        <>
          {error !== undefined && (
            <Text as="p" variant="body-small">
              {`${t('runPage.error.name')}: `}
              <code className={styles.code}>{error}</code>
            </Text>
          )}
          <ErrorCause error={error} cause={cause} />
        </>
      }
      customActions={
        failedState !== undefined && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => onOpen(failedState, failed?.id)}
          >
            {t('runPage.error.step', { step: failedState })}
          </Button>
        )
      }
    />
  );
}
