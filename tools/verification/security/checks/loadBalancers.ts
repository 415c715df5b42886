import { beside, type Plan } from '../../plan/Plan';
import type { PlannedResource } from '../../plan/PlannedResource';
import type { ResourceCheck } from '../Check';

const BALANCER = ['aws_lb'];
const LISTENER = ['aws_lb_listener'];

const isNetwork = (balancer: PlannedResource) =>
  balancer.is('load_balancer_type', 'network');
const isInternal = (balancer: PlannedResource) => balancer.is('internal', true);
const isEncrypted = (listener: PlannedResource) =>
  listener.is('protocol', 'HTTPS', 'TLS');
const redirects = (listener: PlannedResource) =>
  listener.is('default_action.0.redirect.0.protocol', 'HTTPS');
const hasModernTls = (listener: PlannedResource) =>
  /^ELBSecurityPolicy-(TLS13|TLS-1-2|FS-1-2)/.test(
    String(listener.at('ssl_policy')),
  );
const hasFirewall = (balancer: PlannedResource, plan: Plan) =>
  isInternal(balancer) ||
  beside(plan, balancer, 'aws_wafv2_web_acl_association').length > 0;

/** What scanners ask of load balancers. */
export const loadBalancerChecks: ResourceCheck[] = [
  {
    id: 'CKV_AWS_2',
    also: ['AWS-0054'],
    title: 'A listener speaks HTTPS or sends to one that does',
    types: LISTENER,
    holds: listener => isEncrypted(listener) || redirects(listener),
  },
  {
    id: 'CKV_AWS_103',
    title: 'A listener speaks TLS 1.2 or newer',
    types: LISTENER,
    holds: listener => redirects(listener) || hasModernTls(listener),
  },
  {
    id: 'CKV2_AWS_74',
    also: ['AWS-0047'],
    title: 'A listener takes strong ciphers only',
    types: LISTENER,
    holds: listener => !isEncrypted(listener) || hasModernTls(listener),
  },
  {
    id: 'CKV2_AWS_20',
    title: 'Plain HTTP is sent to HTTPS',
    types: BALANCER,
    holds: (balancer, plan) =>
      beside(plan, balancer, 'aws_lb_listener').every(
        listener => !listener.is('protocol', 'HTTP') || redirects(listener),
      ),
  },
  {
    id: 'CKV_AWS_91',
    title: 'A load balancer writes an access log',
    types: BALANCER,
    holds: balancer => balancer.is('access_logs.0.enabled', true),
  },
  {
    id: 'CKV_AWS_131',
    also: ['AWS-0052'],
    title: 'Headers that are no headers are dropped',
    types: BALANCER,
    holds: balancer =>
      isNetwork(balancer) || balancer.is('drop_invalid_header_fields', true),
  },
  {
    id: 'CKV_AWS_150',
    title: 'A load balancer is protected against deletion',
    types: BALANCER,
    holds: balancer => balancer.is('enable_deletion_protection', true),
  },
  {
    id: 'CKV_AWS_152',
    title: 'A network load balancer reaches every zone',
    types: BALANCER,
    holds: balancer =>
      !isNetwork(balancer) ||
      balancer.is('enable_cross_zone_load_balancing', true),
  },
  {
    id: 'CKV_AWS_328',
    title: 'Requests that two programs read differently are refused',
    types: BALANCER,
    holds: balancer =>
      isNetwork(balancer) ||
      balancer.is('desync_mitigation_mode', 'defensive', 'strictest'),
  },
  {
    id: 'AWS-0053',
    title: 'A load balancer is not open to the internet',
    types: BALANCER,
    holds: isInternal,
  },
  {
    id: 'CKV2_AWS_28',
    title: 'A public load balancer stands behind a firewall',
    types: BALANCER,
    holds: hasFirewall,
  },
  {
    id: 'CKV2_AWS_76',
    title: "Its firewall has the rules against Log4j's hole",
    types: BALANCER,
    holds: hasFirewall,
  },
  {
    id: 'CKV_AWS_378',
    title: 'Targets are reached by TLS',
    types: ['aws_lb_target_group'],
    holds: group => group.is('protocol', 'HTTPS', 'TLS'),
  },
  {
    id: 'CKV_AWS_261',
    title: 'Targets are asked how they are',
    types: ['aws_lb_target_group'],
    holds: group => group.is('health_check.0.enabled', true),
  },
];
