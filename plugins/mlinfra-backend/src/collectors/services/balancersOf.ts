import type {
  ListenerDetails,
  LoadBalancerSummary,
  ServiceDescription,
} from '../../aws/ServiceSource';
import type { FoundServices } from './ServiceFacts';

type Leading = Pick<
  FoundServices,
  'targetGroups' | 'loadBalancers' | 'listeners'
>;

/** The load balancers in front of a service. */
export function balancersOf(
  { targetGroups }: Pick<ServiceDescription, 'targetGroups'>,
  leading: Leading,
): LoadBalancerSummary[] {
  const arns = new Set(
    targetGroups.flatMap(
      arn => leading.targetGroups.get(arn)?.loadBalancerArns ?? [],
    ),
  );
  return [...arns].flatMap(arn => leading.loadBalancers.get(arn) ?? []);
}

/** The listener through which the internet reaches a service, TLS preferred. */
export function publicListener(
  service: Pick<ServiceDescription, 'targetGroups'>,
  leading: Leading,
): { url: string; listener: ListenerDetails } | undefined {
  const found = balancersOf(service, leading)
    .filter(({ internetFacing }) => internetFacing)
    .flatMap(balancer =>
      (leading.listeners.get(balancer.arn) ?? []).flatMap(listener => {
        const url = listenerUrl(balancer, listener);
        return url ? [{ url, listener }] : [];
      }),
    );
  const forwards = ({ listener }: { listener: ListenerDetails }) =>
    listener.targetGroups.some(arn => service.targetGroups.includes(arn));
  const rank = (each: { listener: ListenerDetails }) =>
    (forwards(each) ? 0 : 2) + (each.listener.protocol === 'HTTPS' ? 0 : 1);
  return found.sort((one, other) => rank(one) - rank(other))[0];
}

const DEFAULT_PORTS: Record<string, number> = { HTTP: 80, HTTPS: 443 };

function listenerUrl(
  { dnsName }: LoadBalancerSummary,
  { protocol, port }: ListenerDetails,
): string | undefined {
  const usual = DEFAULT_PORTS[protocol ?? ''];
  if (!dnsName || !protocol || usual === undefined) {
    return undefined;
  }
  const suffix = port === undefined || port === usual ? '' : `:${port}`;
  return `${protocol.toLocaleLowerCase('en-US')}://${dnsName}${suffix}`;
}
