import type { ListenerDetails } from '../../aws/ServiceSource';
import type { CachedDetail } from '../CachedDetail';
import type { InventoryContext } from '../inventory/InventoryContext';
import { readDetails } from '../readDetails';
import type { FoundServices, ServiceFacts } from './ServiceFacts';

type Balancers = Omit<FoundServices, 'services'> & {
  details: CachedDetail[];
  incomplete: boolean;
};

/** Reads what leads to some services: nothing where none of them has a load balancer. */
export async function readBalancers(
  { source, input, problems }: InventoryContext,
  services: ServiceFacts[],
): Promise<Balancers> {
  const wanted = new Set(services.flatMap(each => each.service.targetGroups));
  if (wanted.size === 0) {
    return {
      targetGroups: new Map(),
      loadBalancers: new Map(),
      listeners: new Map(),
      details: [],
      incomplete: false,
    };
  }
  const { call } = input;
  const [groups, balancers] = await Promise.all([
    problems.tolerate(
      () => source.targetGroups(call),
      () => [],
    ),
    problems.tolerate(
      () => source.loadBalancers(call),
      () => [],
    ),
  ]);
  const ours = new Set(
    groups
      .filter(({ arn }) => wanted.has(arn))
      .flatMap(each => each.loadBalancerArns),
  );
  const listeners = await readDetails<ListenerDetails[]>(input, {
    candidates: balancers
      .filter(({ arn }) => ours.has(arn))
      .map(each => ({ arn: each.arn, fingerprint: JSON.stringify(each) })),
    read: async arn => {
      const known = input.details.get(arn)?.content as
        | ListenerDetails[]
        | undefined;
      return problems.tolerate(
        () => source.listeners(call, arn),
        () => known ?? [],
      );
    },
    isSettled: found => found.length > 0,
  });
  return {
    targetGroups: new Map(groups.map(each => [each.arn, each])),
    loadBalancers: new Map(
      balancers
        .filter(({ arn }) => ours.has(arn))
        .map(each => [each.arn, each]),
    ),
    listeners: listeners.contents,
    details: listeners.kept,
    incomplete: listeners.incomplete,
  };
}
