import { beside } from '../../plan/Plan';
import type { PlannedResource } from '../../plan/PlannedResource';
import type { ResourceCheck } from '../Check';

const GROUP = 'aws_security_group';
const INGRESS = 'aws_vpc_security_group_ingress_rule';
const EGRESS = 'aws_vpc_security_group_egress_rule';
const ACL_RULE = 'aws_network_acl_rule';
const EVERYWHERE = ['0.0.0.0/0', '::/0'];

const isEverywhere = (rule: PlannedResource) =>
  ['cidr_ipv4', 'cidr_ipv6', 'cidr_block', 'ipv6_cidr_block'].some(path =>
    rule.is(path, ...EVERYWHERE),
  );

const coversAll = (rule: PlannedResource) =>
  rule.is('ip_protocol', '-1') || rule.is('protocol', '-1', 'all');

const covers = (rule: PlannedResource, port: number) =>
  coversAll(rule) ||
  (Number(rule.at('from_port')) <= port && port <= Number(rule.at('to_port')));

/** No rule lets everybody reach a port. */
const closedPort =
  (...ports: number[]) =>
  (rule: PlannedResource) =>
    !(isEverywhere(rule) && ports.some(port => covers(rule, port)));

const closedInAcl =
  (...ports: number[]) =>
  (rule: PlannedResource) =>
    rule.is('egress', true) ||
    rule.is('rule_action', 'deny') ||
    closedPort(...ports)(rule);

/** What scanners ask of networks. */
export const networkChecks: ResourceCheck[] = [
  {
    id: 'CKV2_AWS_11',
    also: ['AWS-0178'],
    title: 'A network logs its connections',
    types: ['aws_vpc'],
    holds: (vpc, plan) => beside(plan, vpc, 'aws_flow_log').length > 0,
  },
  {
    id: 'CKV2_AWS_12',
    also: ['AWS-0173'],
    title: "A network's default security group lets nothing through",
    types: ['aws_vpc'],
    holds: (vpc, plan) =>
      beside(plan, vpc, 'aws_default_security_group').some(
        group =>
          group.list('ingress').length === 0 &&
          group.list('egress').length === 0 &&
          !/^\s*(ingress|egress)\b/m.test(plan.sourceOf(group)),
      ),
  },
  {
    id: 'CKV_AWS_130',
    also: ['AWS-0164'],
    title: 'A subnet gives no public addresses by itself',
    types: ['aws_subnet'],
    holds: subnet => subnet.is('map_public_ip_on_launch', false),
  },
  {
    id: 'CKV_AWS_23',
    also: ['AWS-0099', 'AWS-0124'],
    title: 'Every security group and every rule says what it is for',
    types: [GROUP, INGRESS, EGRESS],
    holds: group =>
      group.has('description') &&
      !group.is('description', 'Managed by Terraform'),
  },
  {
    id: 'CKV2_AWS_5',
    title: 'A security group is used',
    types: [GROUP],
    holds: (group, plan) => plan.isReferred(group),
  },
  {
    id: 'CKV_AWS_24',
    also: ['AWS-0107'],
    title: 'Nobody on the internet reaches SSH',
    types: [INGRESS],
    holds: closedPort(22),
  },
  {
    id: 'CKV_AWS_25',
    title: 'Nobody on the internet reaches remote desktops',
    types: [INGRESS],
    holds: closedPort(3389),
  },
  {
    id: 'CKV_AWS_260',
    title: 'Not everybody on the internet reaches port 80',
    types: [INGRESS],
    holds: closedPort(80),
  },
  {
    id: 'CKV_AWS_277',
    title: 'Nobody on the internet reaches every port',
    types: [INGRESS],
    holds: rule => !(isEverywhere(rule) && coversAll(rule)),
  },
  {
    id: 'CKV_AWS_382',
    title: 'Nothing reaches everything on the internet',
    types: [EGRESS],
    holds: rule => !(isEverywhere(rule) && coversAll(rule)),
  },
  {
    id: 'AWS-0104',
    title: 'Nothing reaches just any address',
    types: [EGRESS],
    holds: rule => !isEverywhere(rule),
  },
  {
    id: 'CKV2_AWS_19',
    title: 'A public address is attached',
    types: ['aws_eip'],
    holds: (address, plan) =>
      beside(plan, address, 'aws_nat_gateway').length >=
      beside(plan, address, 'aws_eip').length,
  },
  {
    id: 'CKV2_AWS_1',
    title: 'An access control list has subnets',
    types: ['aws_network_acl'],
    holds: acl => acl.has('subnet_ids'),
  },
  {
    id: 'CKV_AWS_229',
    title: 'No access control list lets the internet reach FTP',
    types: [ACL_RULE],
    holds: closedInAcl(21),
  },
  {
    id: 'CKV_AWS_230',
    title: "No access control list lets the internet reach FTP's data port",
    types: [ACL_RULE],
    holds: closedInAcl(20),
  },
  {
    id: 'CKV_AWS_231',
    title: 'No access control list lets the internet reach remote desktops',
    types: [ACL_RULE],
    holds: closedInAcl(3389),
  },
  {
    id: 'CKV_AWS_232',
    also: ['AWS-0105'],
    title: 'No access control list lets the internet reach SSH',
    types: [ACL_RULE],
    holds: closedInAcl(22),
  },
  {
    id: 'AWS-0102',
    title: 'No access control list opens every port',
    types: [ACL_RULE],
    holds: rule => rule.is('rule_action', 'deny') || !coversAll(rule),
  },
  {
    id: 'CKV2_AWS_35',
    title: 'A private subnet reaches the internet through a NAT gateway',
    types: ['aws_nat_gateway'],
    holds: (gateway, plan) =>
      beside(plan, gateway, 'aws_route').some(route =>
        route.has('nat_gateway_id'),
      ),
  },
  {
    id: 'CKV2_AWS_44',
    title: 'No route sends everything to a peer',
    types: ['aws_route'],
    holds: route =>
      !route.is('destination_cidr_block', ...EVERYWHERE) ||
      !route.has('vpc_peering_connection_id'),
  },
];
