import type { Budget, Expression } from '@aws-sdk/client-budgets';
import { MLINFRA_TAGS } from '@mlinfra/plugin-mlinfra-common';

/** Cost filters write a tag as `user:<key>$<value>`; a value may hold a `$` of its own. */
const PREFIX = `user:${MLINFRA_TAGS.entityRef}$`;
const KEYS: (string | undefined)[] = [
  MLINFRA_TAGS.entityRef,
  `user:${MLINFRA_TAGS.entityRef}`,
];

/**
 * The entity tag's values that a budget counts. Read from both forms of
 * filters that AWS has; a negated value is not counted by the budget.
 */
export function entityTagValues(
  budget: Pick<Budget, 'CostFilters' | 'FilterExpression'>,
): string[] {
  const fromFilters = (budget.CostFilters?.TagKeyValue ?? []).flatMap(value =>
    value.startsWith(PREFIX) ? [value.slice(PREFIX.length)] : [],
  );
  return [
    ...new Set([...fromFilters, ...fromExpression(budget.FilterExpression)]),
  ];
}

function fromExpression(expression: Expression | undefined): string[] {
  if (!expression) {
    return [];
  }
  const { And, Or, Tags } = expression;
  const nested = [...(And ?? []), ...(Or ?? [])].flatMap(fromExpression);
  const exact = (Tags?.MatchOptions ?? ['EQUALS']).includes('EQUALS');
  return KEYS.includes(Tags?.Key) && exact
    ? [...nested, ...(Tags?.Values ?? [])]
    : nested;
}
