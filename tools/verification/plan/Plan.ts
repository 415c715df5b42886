import type { Json } from './PlanJson';
import type { PlannedResource } from './PlannedResource';
import type { Statement } from './policyStatements';

/** A plan in the form in which it is judged. */
export interface Plan {
  variables: Record<string, Json>;
  resources: PlannedResource[];
  /** Statements of every policy document, those of deferred reads included. */
  statements: Statement[];
  /** Source text of the block that a resource is declared in. */
  sourceOf(resource: { folder: string; type: string; name: string }): string;
  /** Whether anything outside a module instance refers to it or, for the root, to the resource. */
  isReferred(resource: PlannedResource): boolean;
}

/** Resources of a type in the same module instance. */
export function beside(
  plan: Plan,
  resource: { module: string },
  type: string,
): PlannedResource[] {
  return plan.resources.filter(
    other => other.type === type && other.module === resource.module,
  );
}
