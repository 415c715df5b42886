import type { Json } from './PlanJson';

/** Stands for a value that Terraform knows only once it has applied. */
export const UNKNOWN = Symbol('known after apply');

/** A value of a plan: missing, known, or known after apply. */
export type PlannedValue = Json | typeof UNKNOWN | undefined;

/**
 * The value at a path such as `rule.0.sse_algorithm`.
 *
 * @param after - what the plan knows
 * @param unknown - in the same shape, `true` for what it does not know
 */
export function valueAt(
  after: Json | undefined,
  unknown: Json | undefined,
  path: string,
): PlannedValue {
  let value = after;
  let mask = unknown;
  for (const part of path.split('.')) {
    if (mask === true) {
      return UNKNOWN;
    }
    value = child(value, part);
    mask = child(mask, part);
  }
  return mask === true ? UNKNOWN : value;
}

function child(value: Json | undefined, part: string): Json | undefined {
  if (Array.isArray(value)) {
    return value[Number(part)];
  }
  return typeof value === 'object' && value !== null ? value[part] : undefined;
}
