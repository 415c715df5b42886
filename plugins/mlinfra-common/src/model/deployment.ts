import type { Timestamp } from './identifiers';

/** A change that came into service, or was to. @public */
export interface EndpointDeployment {
  /** AWS's id of it, unique within the endpoint. */
  id: string;
  /** What was deployed: a stage of an API, a function, a service, a model. */
  what: 'stage' | 'function' | 'service' | 'model';
  /** Name of what was deployed, for example the function's or the task definition with its revision. */
  name: string;
  state: 'succeeded' | 'in-progress' | 'failed' | 'unknown';
  at: Timestamp;
  /** AWS's sentence on it, where it has one. */
  reason?: string;
}
