import { endpointRow } from '../endpointRow';
import { claimedResources } from '../inventory/claimedResources';
import type { InventoryContext, Part } from '../inventory/InventoryContext';
import { buildService } from './buildService';
import { buildServiceEndpoint } from './buildServiceEndpoint';
import { readBalancers } from './readBalancers';
import { readServices } from './readServices';
import type { FoundService, FoundServices } from './ServiceFacts';

/** Reads the ECS services of a region. */
export async function collectServices(
  context: InventoryContext,
): Promise<Part & { found: FoundServices }> {
  const { input } = context;
  const claimed = claimedResources(context, 'ecs', 'service/');
  const read =
    claimed.length > 0 ? await readServices(context, claimed) : undefined;
  const facts = [...(read?.contents.values() ?? [])];
  const { details, incomplete, ...leading } = await readBalancers(
    context,
    facts,
  );
  const shownIn = {
    target: input.call,
    emulated: input.account.emulated,
    targetGroups: leading.targetGroups,
  };
  const services = new Map<string, FoundService>();
  for (const each of claimed) {
    const known = read?.contents.get(each.arn);
    if (known) {
      const shown = buildService(known, shownIn);
      services.set(each.arn, { claimed: each, facts: known, shown });
    }
  }
  return {
    rows: claimed
      .filter(({ arn }) => read?.listed.has(arn) && !read.gone.has(arn))
      .map(each =>
        endpointRow(
          buildServiceEndpoint(input, each, services.get(each.arn), leading),
        ),
      ),
    details: [...(read?.kept ?? []), ...details],
    incomplete: incomplete || (read?.incomplete ?? false),
    found: { services: [...services.values()], ...leading },
  };
}
