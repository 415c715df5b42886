/** Types of states that the graph knows. @public */
export type StateKind =
  | 'Task'
  | 'Pass'
  | 'Choice'
  | 'Wait'
  | 'Succeed'
  | 'Fail'
  | 'Parallel'
  | 'Map'
  | 'unknown';

/** A state of a state machine, as the graph draws it. @public */
export interface GraphState {
  /** The state's name; AWS keeps it unique within a state machine. */
  id: string;
  kind: StateKind;
  /** The type as written in the definition. */
  type: string;
  /** What a Task does in a few words, for example `ECS task`. */
  work?: string;
  /** Id of the Parallel or Map that it is in. */
  parent?: string;
  /** Index of the branch within a Parallel. */
  branch?: number;
  /** First state of the machine, branch or iteration. */
  start: boolean;
  /** A run, branch or iteration may end here. */
  end: boolean;
  comment?: string;
  timeoutSeconds?: number;
  /** Names of errors after which it is tried again. */
  retriesOn: string[];
}

/** A way from one state to another. @public */
export interface GraphTransition {
  from: string;
  to: string;
  kind: 'next' | 'choice' | 'default' | 'catch';
  /** Condition or error names in words. */
  label?: string;
}

/** A state machine's definition as a graph. @public */
export interface PipelineGraph {
  states: GraphState[];
  transitions: GraphTransition[];
  /** What of the definition could not be understood; the graph shows the rest. */
  problems: string[];
}
