// @ts-check
/** @param {string | string[] | undefined} value @returns {string[]} */
const list = value => (value === undefined ? [] : [value].flat());

/**
 * The statements of inline policies, with actions and resources as lists.
 *
 * @param {string[]} policies as JSON
 * @returns {Array<{ actions: string[], resources: string[] }>}
 */
export function statementsOf(policies) {
  return policies.flatMap(policy =>
    [JSON.parse(policy).Statement].flat().map(statement => ({
      actions: list(statement.Action),
      resources: list(statement.Resource),
    })),
  );
}
