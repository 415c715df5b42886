import { Button, Text } from '@backstage/ui';
import type {
  PipelineGraph as Graph,
  RunStep,
} from '@mlinfra/plugin-mlinfra-common';
import { useState } from 'react';
import { formatInstant } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import { PlainTable } from '../PlainTable/PlainTable';
import { RunCost } from '../RunCost/RunCost';
import { StepStatusBadge } from '../StepDrawer/StepStatusBadge';
import { Ticking } from '../Ticking/Ticking';
import styles from './PipelineGraph.module.css';
import { stateStatusText, stateTypeText, transitionText } from './stateText';

const ROWS = 100;

interface StepTableProps {
  graph: Graph | undefined;
  steps: RunStep[];
  going: boolean;
  onOpen: (state: string, stepId?: string) => void;
}

/** The same as the graph says, as a table: what was entered, in order, then what was not. */
export function StepTable({ graph, steps, going, onOpen }: StepTableProps) {
  const t = useMessages();
  const [shown, setShown] = useState(ROWS);
  const states = new Map(graph?.states.map(state => [state.id, state]));
  const entered = new Set(steps.map(({ stateName }) => stateName));

  const ways = (state: string) => {
    const leading = graph?.transitions.filter(({ from }) => from === state);
    return leading?.length ? (
      <ul className={styles.ways}>
        {leading.map((way, index) => (
          <li key={index}>{transitionText(way, t)}</li>
        ))}
      </ul>
    ) : (
      '–'
    );
  };
  const name = (state: string, note: string, open: () => void) => {
    const { parent } = states.get(state) ?? {};
    const notes = [
      note,
      parent && t('runPage.steps.within', { group: parent }),
    ].filter(Boolean);
    return (
      <>
        <button
          type="button"
          className={styles.open}
          aria-haspopup="dialog"
          onClick={open}
        >
          {state}
        </button>
        {notes.length > 0 && (
          <div className={styles.small}>{notes.join(', ')}</div>
        )}
      </>
    );
  };

  const enteredRows = steps.map(step => {
    const { id, stateName, iteration, attempts } = step;
    const state = states.get(stateName);
    return {
      key: `step ${id}`,
      cells: [
        name(
          stateName,
          iteration === undefined
            ? ''
            : t('runPage.steps.iteration', { number: String(iteration + 1) }),
          () => onOpen(stateName, id),
        ),
        <StepStatusBadge status={step.status} />,
        state ? stateTypeText(state, t) : step.stateType,
        formatInstant(step.enteredAt),
        <Ticking
          from={step.enteredAt}
          to={step.exitedAt}
          going={going && step.status === 'running'}
        />,
        attempts.length || '–',
        step.cost ? <RunCost cost={step.cost} /> : '–',
        ways(stateName),
      ],
    };
  });
  const otherRows = [...states.values()]
    .filter(({ id }) => !entered.has(id))
    .map(state => ({
      key: `state ${state.id}`,
      muted: true,
      cells: [
        name(state.id, '', () => onOpen(state.id)),
        stateStatusText(undefined, going, t),
        stateTypeText(state, t),
        '–',
        '–',
        '–',
        '–',
        ways(state.id),
      ],
    }));
  const rows = [...enteredRows, ...otherRows];

  if (rows.length === 0) {
    return (
      <Text as="p" variant="body-medium">
        {t('runPage.steps.none')}
      </Text>
    );
  }
  return (
    <>
      <PlainTable
        caption={t('runPage.steps.caption')}
        columns={[
          { label: t('runPage.steps.step') },
          { label: t('runPage.steps.status') },
          { label: t('runPage.steps.type') },
          { label: t('runPage.steps.entered') },
          { label: t('runPage.steps.duration'), number: true },
          { label: t('runPage.steps.attempts'), number: true },
          { label: t('runPage.steps.cost'), number: true },
          { label: t('runPage.steps.next') },
        ]}
        rows={rows.slice(0, shown)}
      />
      {rows.length > shown && (
        <Button
          size="small"
          variant="secondary"
          onPress={() => setShown(shown + ROWS)}
        >
          {t('runPage.steps.more', {
            number: String(Math.min(ROWS, rows.length - shown)),
          })}
        </Button>
      )}
    </>
  );
}
