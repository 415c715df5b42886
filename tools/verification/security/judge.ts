import type { Plan } from '../plan/Plan';
import { RESOURCE_CHECKS, STATEMENT_CHECKS } from './allChecks';
import type { Check } from './Check';
import { suppressionsIn } from './suppressions';

/** What came of one check on one resource or statement. */
export interface Finding {
  id: string;
  title: string;
  address: string;
  outcome: 'passed' | 'suppressed' | 'failed';
  /** Why it is suppressed. */
  reason?: string;
}

interface Place {
  address: string;
  folder: string;
  type: string;
  name: string;
}

/** Holds every check against everything in a plan. */
export function judge(plan: Plan): Finding[] {
  const find = (check: Check, place: Place, holds: boolean): Finding => {
    const { id, title, also = [] } = check;
    const found = { id, title, address: place.address };
    if (holds) {
      return { ...found, outcome: 'passed' };
    }
    const suppression = suppressionsIn(plan.sourceOf(place)).find(one =>
      [id, ...also].includes(one.id),
    );
    return suppression
      ? { ...found, outcome: 'suppressed', reason: suppression.reason }
      : { ...found, outcome: 'failed' };
  };
  return [
    ...RESOURCE_CHECKS.flatMap(check =>
      plan.resources
        .filter(({ type }) => check.types.includes(type))
        .map(resource => find(check, resource, check.holds(resource, plan))),
    ),
    ...STATEMENT_CHECKS.flatMap(check =>
      plan.statements.map(statement =>
        find(check, statement, check.holdsFor(statement)),
      ),
    ),
  ];
}
