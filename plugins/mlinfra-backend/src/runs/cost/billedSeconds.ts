import type { AttemptDraft } from '../history/StepDraft';
import type { EcsTask } from '../history/ecsTask';

/** Fargate bills at least a minute. */
const MINIMUM_SECONDS = 60;

/** For how long a task is billed. */
export interface BilledTime {
  seconds: number;
  /** False where ECS's own times are missing, and those of the run stand in for them. */
  reported: boolean;
}

/** From the first pull of an image to the end, in whole seconds; undefined while it runs. */
export function billedSeconds(
  task: EcsTask,
  attempt: Pick<AttemptDraft, 'startedAt' | 'endedAt'>,
): BilledTime | undefined {
  if (attempt.endedAt === undefined) {
    return undefined;
  }
  const { pullStartedAt, startedAt, stoppedAt } = task;
  if (
    stoppedAt !== undefined &&
    pullStartedAt === undefined &&
    startedAt === undefined
  ) {
    return { seconds: 0, reported: true };
  }
  const from = pullStartedAt ?? Date.parse(attempt.startedAt);
  const to = stoppedAt ?? Date.parse(attempt.endedAt);
  const seconds = Math.ceil(Math.max(0, to - from) / 1_000);
  return {
    seconds: Math.max(seconds, MINIMUM_SECONDS),
    reported: pullStartedAt !== undefined && stoppedAt !== undefined,
  };
}
