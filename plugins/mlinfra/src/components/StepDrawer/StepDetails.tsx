import { Flex, Select, Text } from '@backstage/ui';
import type { Run, RunStep } from '@mlinfra/plugin-mlinfra-common';
import { useState } from 'react';
import { isGoingOn } from '../../data/isGoingOn';
import { formatInstant } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import { Facts } from '../Facts/Facts';
import { ItemList } from '../ItemList/ItemList';
import { JsonText } from '../JsonText/JsonText';
import { MutedText } from '../MutedText/MutedText';
import { RunCost } from '../RunCost/RunCost';
import { RunLogs } from '../RunLogs/RunLogs';
import { Ticking } from '../Ticking/Ticking';
import { AttemptItem } from './AttemptItem';
import { Section } from './Section';
import { StepProblem } from './StepProblem';
import { StepStatusBadge } from './StepStatusBadge';

interface StepDetailsProps {
  run: Run;
  step: RunStep;
}

/** What happened in one entry of a state. */
export function StepDetails({ run, step }: StepDetailsProps) {
  const t = useMessages();
  const { attempts, input, output, cost, iteration } = step;
  const going = isGoingOn(run);
  return (
    <Flex direction="column" gap="5">
      <Section title={t('runPage.drawer.result')}>
        <StepProblem
          error={step.error}
          cause={step.cause}
          status={step.status}
        />
        <Facts
          facts={[
            [
              t('runPage.steps.status'),
              <StepStatusBadge status={step.status} />,
            ],
            [t('runPage.steps.entered'), formatInstant(step.enteredAt)],
            [
              t('runPage.steps.duration'),
              <Ticking
                from={step.enteredAt}
                to={step.exitedAt}
                going={going && step.status === 'running'}
              />,
            ],
            [
              t('runPage.drawer.cost'),
              cost && (
                <>
                  <RunCost cost={cost} />
                  {cost.notes.map(note => (
                    <MutedText key={note} as="p" variant="body-x-small">
                      {note}
                    </MutedText>
                  ))}
                </>
              ),
            ],
            [
              t('runPage.drawer.entry'),
              iteration === undefined
                ? undefined
                : t('runPage.steps.iteration', {
                    number: String(iteration + 1),
                  }),
            ],
          ]}
        />
      </Section>
      {attempts.length > 0 && (
        <Section title={t('runPage.drawer.attempts')}>
          <ItemList as="ol">
            {attempts.map(attempt => (
              <li key={attempt.number}>
                <AttemptItem attempt={attempt} going={going} step={step} />
              </li>
            ))}
          </ItemList>
        </Section>
      )}
      <StepLog run={run} step={step} />
      {input !== undefined && (
        <Section title={t('runPage.drawer.input')}>
          <JsonText text={input} what={t('runPage.drawer.input')} />
        </Section>
      )}
      {output !== undefined && (
        <Section title={t('runPage.drawer.output')}>
          <JsonText text={output} what={t('runPage.drawer.output')} />
        </Section>
      )}
      {(input ?? output) !== undefined && (
        <MutedText as="p" variant="body-x-small">
          {t('runPage.drawer.cut')}
        </MutedText>
      )}
    </Flex>
  );
}

/** The log of the attempt that is chosen, at first of the last one. */
function StepLog({ run, step }: StepDetailsProps) {
  const t = useMessages();
  const [chosen, setChosen] = useState<number>();
  const withLog = step.attempts.filter(({ hasLog }) => hasLog);
  const attempt =
    withLog.find(({ number }) => number === chosen) ?? withLog.at(-1);
  if (!attempt) {
    return step.attempts.length > 0 ? (
      <Section title={t('runPage.drawer.log')}>
        <Text as="p" variant="body-medium">
          {t('runPage.drawer.noLog')}
        </Text>
      </Section>
    ) : null;
  }
  return (
    <Section title={t('runPage.drawer.log')}>
      {withLog.length > 1 && (
        <Select
          label={t('runPage.drawer.logOf')}
          size="small"
          options={withLog.map(({ number }) => ({
            value: String(number),
            label: t('runPage.drawer.attempt', { number: String(number) }),
          }))}
          selectedKey={String(attempt.number)}
          onSelectionChange={key => setChosen(Number(key))}
        />
      )}
      <RunLogs
        key={attempt.number}
        runId={run.id}
        runName={run.name}
        stepId={step.id}
        stateName={step.stateName}
        attempt={attempt.number}
        following={isGoingOn(run) && attempt.status === 'running'}
      />
    </Section>
  );
}
