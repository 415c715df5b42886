import { isOver, type StepDraft } from './StepDraft';

/**
 * Name of the state to look at when a run did not succeed: of those that
 * failed and were not made up for, the first that nothing caught. A pipeline
 * that catches everything to record it ends in a Fail state, which only
 * repeats the failure; then it is the first that was caught.
 */
export function failedState(steps: StepDraft[]): string | undefined {
  const failed = steps
    .filter(step => step.failure !== undefined && isOver(step))
    // What a failure went through on its way out was entered before its cause.
    .reverse()
    .sort(
      (one, other) =>
        (one.failure?.eventId ?? 0) - (other.failure?.eventId ?? 0),
    );
  const working = failed.filter(({ stateType }) => stateType !== 'Fail');
  return (
    working.find(({ status }) => status !== 'caught') ??
    working[0] ??
    failed[0]
  )?.stateName;
}
