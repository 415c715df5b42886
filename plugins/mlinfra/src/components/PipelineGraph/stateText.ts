import type {
  GraphState,
  GraphTransition,
} from '@mlinfra/plugin-mlinfra-common';
import type { StateProgress } from '../../graph/stateProgress';
import type { Messages } from '../../translation/useMessages';
import { knownStepStatus } from '../StepDrawer/stepLooks';

/** "Task, ECS task"; a type that is not known as it was written. */
export function stateTypeText({ type, work }: GraphState, t: Messages): string {
  return [type || t('runPage.state.unknownType'), work]
    .filter(Boolean)
    .join(', ');
}

/** "Succeeded", or that the run has not come here. */
export function stateStatusText(
  progress: StateProgress | undefined,
  going: boolean,
  t: Messages,
): string {
  if (!progress) {
    return t(
      going ? 'runPage.state.notReachedYet' : 'runPage.state.notReached',
    );
  }
  return t(`runPage.stepStatus.${knownStepStatus(progress.status)}`);
}

/** "Prune, Task, ECS task, failed after 2 attempts", for who hears the graph. */
export function stateLabel(
  state: GraphState,
  progress: StateProgress | undefined,
  going: boolean,
  t: Messages,
): string {
  const status = stateStatusText(progress, going, t).toLocaleLowerCase('en-US');
  const parts = [state.id, stateTypeText(state, t)];
  if (progress && progress.attempts > 1) {
    parts.push(t('runPage.state.after', { count: progress.attempts, status }));
  } else {
    parts.push(status);
  }
  if (progress?.iterations) {
    const { done, begun } = progress.iterations;
    parts.push(iterationsText(done, begun, t));
  } else if (progress && progress.steps.length > 1) {
    parts.push(t('runPage.state.entries', { count: progress.steps.length }));
  }
  return parts.join(', ');
}

/** "12 of 20 done". */
export function iterationsText(
  done: number,
  begun: number,
  t: Messages,
): string {
  return t('runPage.state.iterations', {
    done: String(done),
    begun: String(begun),
  });
}

/** "Failed after any error": where a transition leads and when. */
export function transitionText(
  { to, kind, label }: GraphTransition,
  t: Messages,
): string {
  switch (kind) {
    case 'choice':
      return t('runPage.way.choice', {
        to,
        label: label ?? t('runPage.way.aCondition'),
      });
    case 'catch':
      return t('runPage.way.catch', {
        to,
        label: label ?? t('runPage.way.anyError'),
      });
    case 'default':
      return t('runPage.way.default', { to });
    default:
      return t('runPage.way.next', { to });
  }
}
