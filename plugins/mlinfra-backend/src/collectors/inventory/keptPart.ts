import { claimOf } from '../tagClaims';
import type { InventoryContext, Part } from './InventoryContext';

/**
 * What earlier collections found of some AWS services, for when these cannot
 * be read now; without what has lost its tag or its entity since.
 */
export function keptPart(
  { input, tags, verdicts }: InventoryContext,
  services: string[],
): Part {
  const belongs = (arn: string) => services.includes(arn.split(':')[2]);
  const rows = input.earlier.filter(row => {
    const own = tags.get(row.id) ?? tags.get(row.id.split('/stages/')[0]);
    const verdict = verdicts.get(claimOf(own) ?? '');
    return (
      belongs(row.id) &&
      verdict?.accepted === true &&
      verdict.entityRef === row.entityRef
    );
  });
  return {
    rows,
    details: [...input.details.values()].filter(({ arn }) => belongs(arn)),
    incomplete: false,
  };
}

/** When the oldest of the kept rows was read. */
export function oldestOf(rows: Part['rows']): string | undefined {
  return rows
    .flatMap(({ content }) =>
      'collectedAt' in content && typeof content.collectedAt === 'string'
        ? [content.collectedAt]
        : [],
    )
    .sort()[0];
}
