import type { HistoryEvent } from '@aws-sdk/client-sfn';
import type {
  LogLine,
  PipelineContract,
  Timestamp,
} from '@mlinfra/plugin-mlinfra-common';
import type { TaskDefinitionFacts } from '../runs/model';
import type { AwsCall } from './AwsCaller';
import type { Tags } from './InventorySource';

/** What a call per state machine tells. */
export interface PipelineDetails {
  name: string;
  /** AWS's own word: `STANDARD` or `EXPRESS`. */
  type: string;
  /** ASL as text. */
  definition: string;
}

/** What the SSM parameter of a state machine says. */
export interface ReadContract {
  contract?: PipelineContract;
  /** Why it cannot be used, where there is one. */
  problem?: string;
}

/** An execution as a list shows it. */
export interface ExecutionSummary {
  arn: string;
  name: string;
  stateMachineArn: string;
  /** AWS's own word, for example `RUNNING`. */
  status: string;
  startedAt: Timestamp;
  stoppedAt?: Timestamp;
  redriveCount: number;
  redrivenAt?: Timestamp;
}

/** What only a call per execution tells. */
export interface ExecutionDetails extends ExecutionSummary {
  error?: string;
  cause?: string;
  /** JSON text, not redacted. */
  input?: string;
  output?: string;
  /** AWS's own word: `REDRIVABLE`, `NOT_REDRIVABLE`, … */
  redriveStatus?: string;
  redriveStatusReason?: string;
}

/** A definition that an execution was started with. */
export interface ExecutionDefinition {
  definition: string;
  /** Since when the state machine has had it. */
  updatedAt: Timestamp;
}

/** A page of a log, oldest first. */
export interface LogPage {
  lines: LogLine[];
  /** For the page before this one; absent where AWS has none. */
  previous?: string;
}

/** Which lines of a log are wanted. */
export interface LogQuestion {
  group: string;
  stream: string;
  /** From `LogPage.previous`; absent for the newest lines. */
  cursor?: string;
  from?: Timestamp;
  to?: Timestamp;
  limit: number;
}

/** Step Functions, and what belongs to its executions, in one region of one account. */
export interface ExecutionSource {
  /** Tags of the state machines that name an entity, by ARN; all pages. */
  listPipelines(call: AwsCall): Promise<Map<string, Tags>>;
  /** Undefined when the state machine is gone. */
  describePipeline(
    call: AwsCall,
    arn: string,
  ): Promise<PipelineDetails | undefined>;
  /** What the state machine of this name says of itself; empty where it says nothing. */
  readContract(call: AwsCall, name: string): Promise<ReadContract>;
  /** How many lists of executions may be asked for at once without waiting for the quota. */
  listsLeft(call: AwsCall): number;
  /** One page, newest first. */
  listExecutions(
    call: AwsCall,
    stateMachineArn: string,
    options?: { status?: 'RUNNING'; nextToken?: string },
  ): Promise<{ executions: ExecutionSummary[]; nextToken?: string }>;
  /** Undefined when AWS does not have it (any more). */
  describeExecution(
    call: AwsCall,
    executionArn: string,
  ): Promise<ExecutionDetails | undefined>;
  /** The definition of the execution; AWS allows one per second, so it is only for when the machine's own may have changed. */
  definitionOfExecution(
    call: AwsCall,
    executionArn: string,
  ): Promise<ExecutionDefinition | undefined>;
  /** One page of events with their data: of up to 1,000, or of the newest 100. */
  historyPage(
    call: AwsCall,
    executionArn: string,
    options: { newestFirst: boolean; nextToken?: string },
  ): Promise<{ events: HistoryEvent[]; nextToken?: string }>;
  /** Kept by ARN, as a revision never changes; undefined when there is none. */
  taskDefinition(
    call: AwsCall,
    arn: string,
  ): Promise<TaskDefinitionFacts | undefined>;
  /** One page of a log; empty when group or stream do not exist. */
  logEvents(call: AwsCall, question: LogQuestion): Promise<LogPage>;
  /**
   * Starts an execution of this name. AWS answers with the running execution
   * when one of the same name and input has been started already.
   *
   * @throws AwsCallError
   */
  startExecution(
    call: AwsCall,
    options: { stateMachineArn: string; name: string; input: string },
  ): Promise<{ executionArn: string; startedAt: Timestamp }>;
  stopExecution(
    call: AwsCall,
    options: { executionArn: string; error: string; cause: string },
  ): Promise<void>;
  /** The client token makes repeating it harmless. */
  redriveExecution(
    call: AwsCall,
    options: { executionArn: string; clientToken: string },
  ): Promise<void>;
}
