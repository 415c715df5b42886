import type { HistoryEvent } from '@aws-sdk/client-sfn';
import type {
  AccountId,
  HistoryState,
  Pipeline,
  Region,
  Run,
  RunCost,
  RunEvent,
  RunMetric,
  RunStep,
} from '@mlinfra/plugin-mlinfra-common';

/** A pipeline as stored; what belongs to its runs is added when it is read. */
export type StoredPipeline = Omit<
  Pipeline,
  'accountName' | 'latestRun' | 'runsCollectedAt' | 'runsError'
>;

/** A run as stored. */
export type StoredRun = Omit<Run, 'accountName'>;

/** Where the log of one attempt lies. */
export interface StoredLogSource {
  group: string;
  /** Absent where the group is all that is known. */
  stream?: string;
}

/** A step as stored: with what only the backend may know. */
export interface StoredStep extends RunStep {
  /** By number of the attempt. */
  logs: Record<number, StoredLogSource>;
}

/** What was computed from one reading of a run's history. */
export interface RunHistory {
  steps: StoredStep[];
  events: RunEvent[];
  input?: string;
  output?: string;
  metrics?: RunMetric[];
  cost?: RunCost;
  failedState?: string;
  error?: string;
  cause?: string;
}

/** A stored run with everything about its history. */
export interface RunRecord {
  run: StoredRun;
  terminal: boolean;
  history: Omit<HistoryState, 'state'> & {
    /** Undefined: never read. */
    state: 'partial' | 'complete' | 'failed' | undefined;
  };
}

/** How much work a task had, as ECS counts it. */
export interface TaskSize {
  vcpu: number;
  memoryGb: number;
  ephemeralStorageGb: number;
  architecture: 'x86_64' | 'arm64';
  spot: boolean;
}

/** Facts about a task definition that the history does not tell. */
export interface TaskDefinitionFacts {
  arn: string;
  /** ECS units as text, for example `1024`. */
  cpu?: string;
  /** MiB as text. */
  memory?: string;
  ephemeralStorageGb?: number;
  architecture?: string;
  containers: { name: string; log?: { group: string; prefix: string } }[];
}

/** What a history is computed from. */
export interface RunHistoryInput {
  run: StoredRun;
  /** The definition (ASL) as text. */
  definition: string | undefined;
  pipeline: StoredPipeline | undefined;
  events: HistoryEvent[];
  taskDefinitions: Map<string, TaskDefinitionFacts>;
  accountId: AccountId;
  region: Region;
}
