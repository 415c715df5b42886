import type { EndpointKind } from '../model';
import type { StackId } from './stackIds';

/** Where a stack's main request goes, relative to the URL of the API's stage. @public */
export interface StackEndpoint {
  kind: EndpointKind;
  method: string;
  /** Starts with a slash. */
  path: string;
}

/** The main request of each stack that serves one. @public */
export const STACK_ENDPOINTS: Record<StackId, StackEndpoint | undefined> = {
  'inference-api': { kind: 'rest-api', method: 'POST', path: '/predict' },
  'compression-pipeline': { kind: 'http-api', method: 'POST', path: '/submit' },
  churn: { kind: 'http-api', method: 'POST', path: '/predict' },
  predictor: { kind: 'http-api', method: 'POST', path: '/predictions' },
  'platform-baseline': { kind: 'rest-api', method: 'POST', path: '/predict' },
};

/**
 * The main request of the stack that a tag names, or undefined when the tag
 * names no stack that this version knows.
 *
 * @public
 */
export function stackEndpoint(
  stackTag: string | undefined,
): StackEndpoint | undefined {
  return Object.entries(STACK_ENDPOINTS).find(([id]) => id === stackTag)?.[1];
}
