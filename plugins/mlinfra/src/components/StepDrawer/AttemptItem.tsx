import { Flex, Text } from '@backstage/ui';
import type { RunStep, StepAttempt } from '@mlinfra/plugin-mlinfra-common';
import { formatInstant } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import { Facts } from '../Facts/Facts';
import { ItemLine } from '../ItemList/ItemLine';
import { Ticking } from '../Ticking/Ticking';
import styles from './StepDrawer.module.css';
import { StepProblem } from './StepProblem';
import { StepStatusBadge } from './StepStatusBadge';

interface AttemptItemProps {
  attempt: StepAttempt;
  step: RunStep;
  /** Whether the run goes on. */
  going: boolean;
}

/** One attempt of a step: when, by what, and how it ended. */
export function AttemptItem({ attempt, step, going }: AttemptItemProps) {
  const t = useMessages();
  const { number, status, startedAt, endedAt, error, cause } = attempt;
  // What stands above already is not said a second time.
  const repeated = error === step.error && cause === step.cause;
  return (
    <Flex direction="column" gap="2">
      <ItemLine>
        <Text variant="body-medium" weight="bold">
          {t('runPage.drawer.attempt', { number: String(number) })}
        </Text>
        <StepStatusBadge status={status} />
      </ItemLine>
      <Facts
        facts={[
          [t('runPage.field.started'), formatInstant(startedAt)],
          [
            t('runPage.field.duration'),
            <Ticking
              from={startedAt}
              to={endedAt}
              going={going && status === 'running'}
            />,
          ],
          [t('runPage.drawer.exitCode'), attempt.exitCode],
          [
            t('runPage.drawer.resource'),
            attempt.resourceArn && (
              <code className={styles.arn}>{attempt.resourceArn}</code>
            ),
          ],
        ]}
      />
      {!repeated && <StepProblem error={error} cause={cause} status={status} />}
    </Flex>
  );
}
