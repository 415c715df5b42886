import { claimedResources } from '../inventory/claimedResources';
import {
  type InventoryContext,
  NOTHING,
  type Part,
} from '../inventory/InventoryContext';
import { instanceStatus } from '../../status/instanceStatus';
import { instanceConsoleUrl } from '../../links/consoleLinks';
import { buildDatabase } from './buildDatabase';

/** Reads the RDS instances of a region: their list tells all that is shown. */
export async function collectInstances(
  context: InventoryContext,
): Promise<Part> {
  const { source, input } = context;
  const claimed = claimedResources(context, 'rds', 'db:');
  if (claimed.length === 0) {
    return NOTHING;
  }
  const listed = new Map(
    (await source.instances(input.call)).map(each => [each.arn, each]),
  );
  return {
    ...NOTHING,
    rows: claimed.flatMap(each => {
      const facts = listed.get(each.arn);
      return facts
        ? [
            buildDatabase(input, each, {
              kind: 'rds-instance',
              name: facts.name,
              facts,
              status: instanceStatus(facts.state),
              consoleUrl: instanceConsoleUrl(facts.name, input.call.region),
            }),
          ]
        : [];
    }),
  };
}
