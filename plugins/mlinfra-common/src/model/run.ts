import type {
  AccountId,
  EntityRef,
  EnvironmentId,
  Region,
  Timestamp,
  UsdAmount,
} from './identifiers';

/** State of a run. Whatever AWS says that is not known here is `unknown`. @public */
export type RunStatus =
  | 'running'
  | 'succeeded'
  | 'failed'
  | 'rejected'
  | 'timed-out'
  | 'aborted'
  | 'pending-redrive'
  | 'unknown';

/** Error name with which a state machine says that the quality gate did not pass; the run is `rejected`, not `failed`. @public */
export const GATE_REJECTED_ERROR = 'QualityGateRejected';

/** What is known of a run without its history. @public */
export interface RunSummary {
  /** Opaque, safe in a URL. */
  id: string;
  /** The execution's name. */
  name: string;
  status: RunStatus;
  startedAt: Timestamp;
  /** Absent while it runs. */
  stoppedAt?: Timestamp;
}

/** A value of one metric before and after the run. @public */
export interface RunMetric {
  id: string;
  label: string;
  unit: 'bytes' | 'ms' | 'ratio' | 'count';
  better: 'lower' | 'higher';
  /** Of the first step that reported it. */
  before?: number;
  /** Of the last step that reported it. */
  after?: number;
  /** In the order of the steps. */
  steps: { step: string; value: number }[];
}

/** What a run has cost in USD, or at most. @public */
export interface RunCost {
  /** Absent where no price is known. */
  usd?: UsdAmount;
  /** `exact` for prices on demand; `at-most` where something ran on Spot, whose price AWS sets by the hour; `partial` where parts have no known price. */
  accuracy: 'exact' | 'at-most' | 'partial';
  /** One sentence each: what is counted, what is not, and from where the prices are. */
  notes: string[];
}

/** One execution of a pipeline. @public */
export interface Run extends RunSummary {
  executionArn: string;
  pipelineId: string;
  pipelineName: string;
  entityRef: EntityRef;
  stack?: string;
  environment?: EnvironmentId;
  accountId: AccountId;
  accountName?: string;
  region: Region;
  /** Name of the error, for example `States.Timeout`. */
  error?: string;
  /** Why, in AWS's words, redacted and cut to 4,000 characters. */
  cause?: string;
  /** Name of the state that failed first; known once the history was read. */
  failedState?: string;
  redriveCount: number;
  redrivenAt?: Timestamp;
  /** Known once the history was read. */
  metrics?: RunMetric[];
  cost?: RunCost;
  /** Deep link into the AWS console; absent for an emulated account, which has none. */
  consoleUrl?: string;
  collectedAt: Timestamp;
}

/** State of one entered state. `caught`: it failed, and a catch went on. @public */
export type StepStatus =
  | 'running'
  | 'succeeded'
  | 'failed'
  | 'caught'
  | 'timed-out'
  | 'aborted'
  | 'unknown';

/** One attempt of a state that does work. @public */
export interface StepAttempt {
  /** From 1. */
  number: number;
  status: StepStatus;
  startedAt: Timestamp;
  endedAt?: Timestamp;
  error?: string;
  cause?: string;
  /** What did the work: an ECS task's or a function's ARN. */
  resourceArn?: string;
  /** Exit code of the container that ended the task. */
  exitCode?: number;
  /** True where its log can be asked for. */
  hasLog: boolean;
}

/** One entry of a state. A state of a loop or of a Map has several. @public */
export interface RunStep {
  /** Unique within the run. */
  id: string;
  stateName: string;
  /** The state's type as in the definition, for example `Task`. */
  stateType: string;
  status: StepStatus;
  enteredAt: Timestamp;
  exitedAt?: Timestamp;
  attempts: StepAttempt[];
  /** Index in a Map, where it is part of one. */
  iteration?: number;
  /** JSON text, redacted, cut to 16 KiB. */
  input?: string;
  output?: string;
  error?: string;
  cause?: string;
  cost?: RunCost;
}

/** One event of the execution's history. @public */
export interface RunEvent {
  id: number;
  at: Timestamp;
  /** AWS's own word, for example `TaskStateEntered`. */
  type: string;
  stateName?: string;
  /** Error or resource in one line, redacted. */
  detail?: string;
}

/** Why a run can or cannot be redriven. @public */
export interface RedriveState {
  possible: boolean;
  /** One sentence: what would happen, or why it cannot. */
  reason: string;
  /** Until when AWS takes a redrive, 14 days from its end; absent where none is possible. */
  until?: Timestamp;
  /**
   * The other way: a new run that begins at the step that failed and uses what
   * the steps before it have made. Absent where the pipeline offers none.
   */
  startAgain?: { stateName: string; input: Record<string, unknown> };
}
