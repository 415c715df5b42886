import { shortId } from '../../database/shortId';

/** A run's id in URLs. */
export function runId(executionArn: string): string {
  return shortId(executionArn);
}
