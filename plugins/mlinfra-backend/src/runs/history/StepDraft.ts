import type { StepAttempt, StepStatus } from '@mlinfra/plugin-mlinfra-common';
import type { EcsTask } from './ecsTask';

/** Why something failed, in AWS's own words. */
export interface Failure {
  status: 'failed' | 'timed-out';
  error?: string;
  cause?: string;
  /** Id of the event that said so. */
  eventId: number;
}

/** An attempt while the history is read. */
export interface AttemptDraft
  extends Omit<StepAttempt, 'hasLog' | 'cause' | 'exitCode'> {
  /** As AWS gives it. */
  cause?: string;
  /** For example `ecs` or `lambda`. */
  service?: string;
  task?: EcsTask;
}

/** One entry of a state while the history is read. Texts are as AWS gives them. */
export interface StepDraft {
  id: string;
  stateName: string;
  stateType: string;
  status: StepStatus;
  enteredAt: string;
  exitedAt?: string;
  attempts: AttemptDraft[];
  iteration?: number;
  input?: string;
  output?: string;
  /** The Parallel or Map that it is in. */
  parent?: StepDraft;
  /** Its last failure, as long as nothing has made up for it. */
  failure?: Failure;
  /** Whether the states within a Parallel or Map have come to their end. */
  innerEnded: boolean;
  /** What it was last asked to do, to find it again after a redrive. */
  order?: string;
}

/** Whether nothing more is to come of it, unless the run is redriven. */
export function isOver(step: StepDraft): boolean {
  return step.status !== 'running';
}
