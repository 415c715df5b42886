import type {
  PipelineContract,
  Timestamp,
} from '@mlinfra/plugin-mlinfra-common';

/** What calls for one state machine told, kept until it changes. */
export interface PipelineFacts {
  name: string;
  /** AWS's own word: `STANDARD` or `EXPRESS`. */
  type: string;
  /** ASL as text. */
  definition: string;
  /** Since when the definition is known to have been this one. */
  definitionSince: Timestamp;
  contract?: PipelineContract;
  contractProblem?: string;
  /** False where something could not be read, and is asked for again. */
  complete: boolean;
}
