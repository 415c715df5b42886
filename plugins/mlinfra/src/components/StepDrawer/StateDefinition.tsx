import { Text } from '@backstage/ui';
import type {
  GraphState,
  GraphTransition,
} from '@mlinfra/plugin-mlinfra-common';
import { formatDuration } from '../../format/duration';
import { useMessages } from '../../translation/useMessages';
import { Facts } from '../Facts/Facts';
import { MutedText } from '../MutedText/MutedText';
import { stateTypeText, transitionText } from '../PipelineGraph/stateText';
import { Section } from './Section';
import styles from './StepDrawer.module.css';

interface StateDefinitionProps {
  state: GraphState;
  /** The transitions that lead away from it. */
  ways: GraphTransition[];
  reached: boolean;
}

/** What the state machine's definition says of a state. */
export function StateDefinition(props: StateDefinitionProps) {
  const { state, ways, reached } = props;
  const t = useMessages();
  return (
    <Section title={t('runPage.drawer.definition')}>
      {!reached && (
        <Text as="p" variant="body-medium">
          {t('runPage.drawer.notReached')}
        </Text>
      )}
      <Facts
        facts={[
          [t('runPage.steps.type'), stateTypeText(state, t)],
          [
            t('runPage.drawer.timeout'),
            state.timeoutSeconds === undefined
              ? undefined
              : formatDuration(instant(0), instant(state.timeoutSeconds)),
          ],
          [
            t('runPage.drawer.retries'),
            state.retriesOn.join(', ') || t('runPage.drawer.none'),
          ],
          [t('runPage.drawer.comment'), state.comment],
        ]}
      />
      {ways.length > 0 && (
        <>
          <MutedText as="p">{t('runPage.drawer.leadsTo')}</MutedText>
          <ul className={styles.ways}>
            {ways.map((way, index) => (
              <li key={index}>{transitionText(way, t)}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function instant(seconds: number): string {
  return new Date(seconds * 1_000).toISOString();
}
