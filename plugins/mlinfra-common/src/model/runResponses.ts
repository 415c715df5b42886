import type { CollectionState } from './collection';
import type { EntityRef, Timestamp } from './identifiers';
import type { Pipeline } from './pipeline';
import type { PipelineGraph } from './pipelineGraph';
import type { AwsConnection, Page } from './responses';
import type { RedriveState, Run, RunEvent, RunStep } from './run';

/** What the caller may do; the backend checks again. @public */
export interface RunRights {
  start: boolean;
  stop: boolean;
}

/** `GET /v1/entities/{kind}/{namespace}/{name}/runs`: newest first. @public */
export interface EntityRunsResponse extends Page<Run> {
  entityRef: EntityRef;
  aws: AwsConnection;
  /** All pipelines of the entity, on every page. */
  pipelines: Pipeline[];
  collections: CollectionState[];
  rights: RunRights;
}

/** How far the history of a run has been read. @public */
export interface HistoryState {
  /** `reading`: asked for, comes within seconds. `partial`: the run goes on, or the history is longer than what is kept. */
  state: 'reading' | 'partial' | 'complete' | 'failed';
  readAt?: Timestamp;
  /** Events that were read. */
  events: number;
  /** Why it could not be read, or what is missing. */
  problem?: string;
}

/** `GET /v1/runs/{id}` @public */
export interface RunDetailsResponse {
  run: Run;
  pipeline?: Pipeline;
  graph?: PipelineGraph;
  /** Why there is no graph. */
  graphProblem?: string;
  steps: RunStep[];
  /** JSON text, redacted. */
  input?: string;
  output?: string;
  history: HistoryState;
  redrive: RedriveState;
  rights: RunRights;
  /** Signal channel that tells when this answer has changed. */
  channel: string;
}

/** `GET /v1/runs/{id}/events`: oldest first. @public */
export type RunEventsResponse = Page<RunEvent>;

/** One line of a step's log. @public */
export interface LogLine {
  at: Timestamp;
  message: string;
}

/** `GET /v1/runs/{id}/logs?step=…&attempt=…`: the newest lines, oldest first. @public */
export interface RunLogsResponse {
  lines: LogLine[];
  /** Pass as `cursor` for the lines before these; absent where there are none. */
  previousCursor?: string;
  logGroup: string;
  logStream?: string;
  /** Why there are no lines, in words. */
  problem?: string;
}

/** Body of `POST /v1/entities/{kind}/{namespace}/{name}/runs` @public */
export interface StartRunRequest {
  pipelineId: string;
  input: Record<string, unknown>;
  /** A UUID made when the form was opened: the same one starts nothing twice. */
  clientToken: string;
}

/** What is wrong with one field of a run's input; a refusal lists them as `fields` of its error. @public */
export interface RefusedField {
  /** Names that lead to it; empty for the input as a whole. */
  path: string[];
  message: string;
}

/** `POST …/runs` (201, or 200 where the token had started it), `POST /v1/runs/{id}/stop`, `POST /v1/runs/{id}/redrive` @public */
export interface RunActionResponse {
  run: Run;
}

/** Message on a run's channel: ask again. Carries no data. @public */
export interface RunChangedSignal {
  runId: string;
  at: Timestamp;
}
