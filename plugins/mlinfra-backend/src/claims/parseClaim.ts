import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { EntityRef } from '@mlinfra/plugin-mlinfra-common';

const SHAPE = /^[^:/\s]+:([^:/\s]+\/)?[^:/\s]+$/;

/**
 * The entity that a tag's value names, in lower case and with its namespace.
 * Undefined when the value is no entity reference with a kind.
 */
export function parseClaim(value: string): EntityRef | undefined {
  const trimmed = value.trim();
  if (!SHAPE.test(trimmed)) {
    return undefined;
  }
  try {
    return stringifyEntityRef(parseEntityRef(trimmed));
  } catch {
    return undefined;
  }
}
