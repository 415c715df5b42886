import type { Plan } from '../plan/Plan';
import type { PlannedResource } from '../plan/PlannedResource';
import type { Statement } from '../plan/policyStatements';

interface Titled {
  /** As the scanners have it, for example `CKV_AWS_28`. */
  id: string;
  /** The same check in another scanner, for example `AWS-0024`. */
  also?: string[];
  /** What holds, in words. */
  title: string;
}

/** What must hold of each resource of some types. */
export interface ResourceCheck extends Titled {
  types: string[];
  holds(resource: PlannedResource, plan: Plan): boolean;
}

/** What must hold of each statement of each policy. */
export interface StatementCheck extends Titled {
  holdsFor(statement: Statement): boolean;
}

/** Something that scanners ask of a plan. */
export type Check = ResourceCheck | StatementCheck;
