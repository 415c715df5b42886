import type { EndpointStatus } from '@mlinfra/plugin-mlinfra-common';

/** A status and the sentence that says why. */
export interface StatusReason {
  status: EndpointStatus;
  reason: string;
}

/** Worst first: the worst part decides. */
const SEVERITY: EndpointStatus[] = [
  'failed',
  'not-deployed',
  'degraded',
  'unknown',
  'updating',
  'live',
];

/** The parts that decide, all of the same status, in the order they came. */
export function decidingParts(parts: StatusReason[]): StatusReason[] {
  const status = SEVERITY.find(severity =>
    parts.some(each => each.status === severity),
  );
  return parts.filter(each => each.status === status);
}

/** The first of the worst parts; of nothing, nothing is known. */
export function worstOf(parts: StatusReason[]): StatusReason {
  return (
    decidingParts(parts)[0] ?? {
      status: 'unknown',
      reason: 'Nothing has been read of it yet.',
    }
  );
}
