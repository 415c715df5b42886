import type { TableFacts } from '../../aws/DatabaseSource';
import { tableConsoleUrl } from '../../links/consoleLinks';
import { tableStatus } from '../../status/tableStatus';
import { claimedResources } from '../inventory/claimedResources';
import {
  type InventoryContext,
  NOTHING,
  type Part,
} from '../inventory/InventoryContext';
import { readDetails } from '../readDetails';
import { sortedTags } from '../tagClaims';
import { buildDatabase } from './buildDatabase';

const NOT_READ = {
  status: 'unknown' as const,
  reason: 'The table has not been read yet; the next collection reads it.',
};

/** Reads the DynamoDB tables of a region; AWS lists only their names, so each is asked about, and seldom again. */
export async function collectTables(context: InventoryContext): Promise<Part> {
  const { source, input } = context;
  const claimed = claimedResources(context, 'dynamodb', 'table/');
  if (claimed.length === 0) {
    return NOTHING;
  }
  const details = await readDetails<TableFacts>(input, {
    candidates: claimed.map(({ arn, tags, entityRef }) => ({
      arn,
      fingerprint: JSON.stringify(sortedTags(tags)),
      refreshedAt: input.refreshes.get(entityRef),
    })),
    read: arn => source.table(input.call, nameOf(arn)),
    isSettled: ({ state }) => state === 'ACTIVE',
  });
  return {
    rows: claimed
      .filter(({ arn }) => !details.gone.has(arn))
      .map(each => {
        const facts = details.contents.get(each.arn);
        const name = nameOf(each.arn);
        return buildDatabase(input, each, {
          kind: 'dynamodb-table',
          name,
          facts: facts ?? { engine: 'DynamoDB' },
          status: facts ? tableStatus(facts.state) : NOT_READ,
          consoleUrl: tableConsoleUrl(name, input.call.region),
        });
      }),
    details: details.kept,
    incomplete: details.incomplete,
  };
}

function nameOf(arn: string): string {
  return arn.split('/')[1] ?? arn;
}
