import type { RouteDetails } from '../../aws/InventorySource';
import type { VpcLinkSummary } from '../../aws/ServiceSource';
import type { FoundService, FoundServices } from './ServiceFacts';

/** The services that an API reaches through links into networks. */
export interface LinkedServices {
  services: FoundService[];
  /** Why what answers some routes is not known. */
  hidden?: string;
}

/** Follows each link to services: by Cloud Map, or by load balancer and target group. */
export function linkedServices(
  routes: RouteDetails[],
  found: FoundServices,
  links: VpcLinkSummary[],
): LinkedServices {
  const targets = new Set(routes.flatMap(each => each.privateTarget ?? []));
  const services = new Map<string, FoundService>();
  let hidden: string | undefined;
  for (const target of targets) {
    const behind = behindTarget(target, found, links);
    if (behind.length === 0) {
      hidden = `No service of an entity was found behind the link to ${target}, so what answers there is not checked.`;
    }
    behind.forEach(each => services.set(each.claimed.arn, each));
  }
  return { services: [...services.values()], hidden };
}

function behindTarget(
  target: string,
  found: FoundServices,
  links: VpcLinkSummary[],
): FoundService[] {
  if (target.split(':')[2] === 'servicediscovery') {
    return found.services.filter(({ facts }) =>
      facts.service.registries.includes(target),
    );
  }
  const balancers = target.startsWith('arn:')
    ? [balancerOfListener(target)]
    : links.find(({ id }) => id === target)?.targetArns ?? [];
  const groups = forwardedGroups(target, balancers, found);
  const behind = servicesOf(groups, found);
  // Rules of a listener may lead further than its default actions.
  return behind.length > 0
    ? behind
    : servicesOf(allGroups(balancers, found), found);
}

function servicesOf(groups: string[], { services }: FoundServices) {
  return services.filter(({ facts }) =>
    facts.service.targetGroups.some(arn => groups.includes(arn)),
  );
}

function forwardedGroups(
  target: string,
  balancers: string[],
  { listeners }: FoundServices,
): string[] {
  return balancers
    .flatMap(arn => listeners.get(arn) ?? [])
    .filter(({ arn }) => !target.startsWith('arn:') || arn === target)
    .flatMap(each => each.targetGroups);
}

function allGroups(
  balancers: string[],
  { targetGroups }: FoundServices,
): string[] {
  return [...targetGroups.values()]
    .filter(each => each.loadBalancerArns.some(arn => balancers.includes(arn)))
    .map(({ arn }) => arn);
}

/** `…:listener/app/name/1a/2b` gives `…:loadbalancer/app/name/1a`. */
function balancerOfListener(listenerArn: string): string {
  return listenerArn
    .replace(':listener/', ':loadbalancer/')
    .split('/')
    .slice(0, 4)
    .join('/');
}
