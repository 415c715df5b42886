import { forwardRef, type KeyboardEvent } from 'react';
import type { PlacedState } from '../../graph/graphLayout';
import type { StateProgress } from '../../graph/stateProgress';
import { GROUP_HEADER } from '../../graph/stateSize';
import { useMessages, type Messages } from '../../translation/useMessages';
import { knownStepStatus, STEP_LOOKS } from '../StepDrawer/stepLooks';
import { StateKindIcon } from './StateKindIcon';
import {
  iterationsText,
  stateLabel,
  stateStatusText,
  stateTypeText,
} from './stateText';
import styles from './StateNode.module.css';

interface StateNodeProps {
  placed: PlacedState;
  progress: StateProgress | undefined;
  /** Whether the run may still come here. */
  going: boolean;
  selected: boolean;
  /** The one state that Tab leads to. */
  tabStop: boolean;
  onOpen: () => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** A state's box in the drawing; a group's box has its states over it. */
export const StateNode = forwardRef<HTMLButtonElement, StateNodeProps>(
  (props, ref) => {
    const { placed, progress, going, selected, tabStop } = props;
    const { state, group, depth, x, y, width, height } = placed;
    const t = useMessages();
    const status = progress && knownStepStatus(progress.status);
    const StatusIcon = status && STEP_LOOKS[status].icon;
    const label = stateLabel(state, progress, going, t);
    const badge = progress && badgeText(progress, t);
    return (
      <>
        {group && (
          <div
            className={styles.group}
            data-kind={state.kind}
            data-reached={progress !== undefined}
            data-even={depth % 2 === 0}
            style={{ left: x, top: y, width, height }}
            aria-hidden
          />
        )}
        <button
          ref={ref}
          type="button"
          className={styles.state}
          style={{
            left: x,
            top: y,
            width,
            height: group ? GROUP_HEADER - 10 : height,
          }}
          data-group={group || undefined}
          data-kind={state.kind}
          data-tone={status ? STEP_LOOKS[status].tone : 'none'}
          data-running={status === 'running' || undefined}
          data-selected={selected || undefined}
          tabIndex={tabStop ? 0 : -1}
          aria-label={label}
          aria-current={status === 'running' ? 'step' : undefined}
          aria-haspopup="dialog"
          title={[label, state.comment].filter(Boolean).join('\n')}
          onClick={props.onOpen}
          onFocus={props.onFocus}
          onKeyDown={props.onKeyDown}
        >
          <span className={styles.kind}>
            <StateKindIcon kind={state.kind} />
          </span>
          <span className={styles.texts}>
            <span className={styles.name}>{state.id}</span>
            <span className={styles.type}>{stateTypeText(state, t)}</span>
            <span className={styles.status}>
              {StatusIcon && <StatusIcon size={14} aria-hidden />}
              <span>{stateStatusText(progress, going, t)}</span>
              {progress?.iterations && (
                <span
                  className={styles.count}
                  title={t('runPage.state.iterationsHint')}
                >
                  {iterationsText(
                    progress.iterations.done,
                    progress.iterations.begun,
                    t,
                  )}
                </span>
              )}
            </span>
          </span>
          {badge && <span className={styles.badge}>{badge}</span>}
        </button>
      </>
    );
  },
);

/** Attempts, or how often the state was entered; nothing where it went straight. */
function badgeText(
  { attempts, iterations, steps }: StateProgress,
  t: Messages,
): string | undefined {
  if (attempts > 1) {
    return t('runPage.state.attempts', { count: attempts });
  }
  return !iterations && steps.length > 1 ? `×${steps.length}` : undefined;
}
