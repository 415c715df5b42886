import type { CollectionError } from './collection';
import type {
  AccountId,
  EntityRef,
  EnvironmentId,
  Region,
  Timestamp,
} from './identifiers';
import type { RunSummary } from './run';

/** A JSON Schema (draft 07) of an object. @public */
export type JsonSchema = { [keyword: string]: unknown };

/** A number that a pipeline reports about the model it works on. @public */
export interface MetricDefinition {
  /** Key in the reported metrics, for example `size_bytes`. */
  id: string;
  /** What a person reads, for example `Size`. */
  label: string;
  unit: 'bytes' | 'ms' | 'ratio' | 'count';
  better: 'lower' | 'higher';
}

/**
 * What a pipeline says of itself, as JSON in the SSM parameter
 * `/mlinfra/pipelines/<name of the state machine>`. Its absence only means
 * that the input is a free JSON object and that metrics have no labels.
 *
 * @public
 */
export interface PipelineContract {
  version: 1;
  /** Schema of a run's input; absent: any object. */
  inputSchema?: JsonSchema;
  /** An input that works. */
  exampleInput?: Record<string, unknown>;
  metrics: MetricDefinition[];
  /**
   * How a run is started again in the middle: `stepProperty` of the input
   * takes one of `steps` (by state name), `runProperty` the execution name of
   * the run whose results are used.
   */
  resume?: {
    stepProperty: string;
    runProperty: string;
    /** Value of `stepProperty` by state name. */
    steps: Record<string, string>;
  };
}

/** A Step Functions state machine of an entity. @public */
export interface Pipeline {
  /** The state machine's ARN. */
  id: string;
  entityRef: EntityRef;
  name: string;
  /** AWS's own word: `STANDARD` or `EXPRESS`. Executions of express machines cannot be listed. */
  type: string;
  stack?: string;
  environment?: EnvironmentId;
  templateVersion?: string;
  accountId: AccountId;
  accountName?: string;
  region: Region;
  contract?: PipelineContract;
  /** Why the contract could not be read, where there is one. */
  contractProblem?: string;
  /** The newest run; absent while none is known. */
  latestRun?: RunSummary;
  /** When its runs were last listed; absent before the first time. */
  runsCollectedAt?: Timestamp;
  /** Why its runs could not be listed the last time. */
  runsError?: CollectionError;
  /** Deep link into the AWS console; absent for an emulated account, which has none. */
  consoleUrl?: string;
  collectedAt: Timestamp;
}
