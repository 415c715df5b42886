import type { Json } from '../plan/PlanJson';
import type { Statement } from '../plan/policyStatements';

/** What a check must find wrong: a resource by its values, and what stands beside it. */
export interface Counterexample {
  values?: Json;
  source?: string;
  beside?: Array<{ type: string; values: Json }>;
  statements?: Array<Partial<Statement>>;
  variables?: Record<string, Json>;
}

const everybody: Array<Partial<Statement>> = [
  { allows: true, principals: ['*:*'] },
];
const openRule = (port: number): Counterexample => ({
  values: { cidr_ipv4: '0.0.0.0/0', from_port: port, to_port: port },
});
const openInAcl = (port: number): Counterexample => ({
  values: {
    egress: false,
    rule_action: 'allow',
    cidr_block: '0.0.0.0/0',
    from_port: 0,
    to_port: port,
  },
});
const publicBucket: Counterexample = {
  beside: [{ type: 'aws_s3_bucket_acl', values: { acl: 'public-read' } }],
};
const withoutTls: Counterexample = {
  values: { origin: [{ custom_origin_config: [{ http_port: 80 }] }] },
};

/** For checks that an empty resource does not break. */
export const RESOURCE_COUNTEREXAMPLES: Record<string, Counterexample> = {
  CKV_AWS_59: { values: { authorization: 'NONE', api_key_required: false } },
  CKV2_AWS_70: { values: { authorization: 'NONE', api_key_required: false } },
  CKV_AWS_45: { source: 'KEY = "AKIAABCDEFGHIJKLMNOP"' },
  CKV_AWS_20: publicBucket,
  CKV_AWS_57: publicBucket,
  CKV_AWS_375: publicBucket,
  CKV2_AWS_43: publicBucket,
  CKV_AWS_70: { statements: everybody },
  CKV_AWS_93: { statements: [{ allows: false, principals: ['AWS:*'] }] },
  CKV_AWS_32: { statements: everybody },
  CKV_AWS_97: {
    values: {
      volume: [
        { efs_volume_configuration: [{ transit_encryption: 'DISABLED' }] },
      ],
    },
  },
  CKV_AWS_335: { values: { pid_mode: 'host' } },
  CKV2_AWS_74: {
    values: { protocol: 'HTTPS', ssl_policy: 'ELBSecurityPolicy-2016-08' },
  },
  CKV2_AWS_20: {
    beside: [{ type: 'aws_lb_listener', values: { protocol: 'HTTP' } }],
  },
  CKV_AWS_152: { values: { load_balancer_type: 'network' } },
  CKV_AWS_24: openRule(22),
  CKV_AWS_25: openRule(3389),
  CKV_AWS_260: openRule(80),
  CKV_AWS_277: { values: { cidr_ipv6: '::/0', ip_protocol: '-1' } },
  CKV_AWS_382: { values: { cidr_ipv4: '0.0.0.0/0', ip_protocol: '-1' } },
  'AWS-0104': openRule(443),
  CKV2_AWS_19: { beside: [{ type: 'aws_eip', values: {} }] },
  CKV_AWS_229: openInAcl(21),
  CKV_AWS_230: openInAcl(20),
  CKV_AWS_231: openInAcl(3389),
  CKV_AWS_232: openInAcl(22),
  'AWS-0102': { values: { rule_action: 'allow', protocol: '-1' } },
  CKV2_AWS_44: {
    values: {
      destination_cidr_block: '0.0.0.0/0',
      vpc_peering_connection_id: 'pcx-1',
    },
  },
  CKV_AWS_169: { statements: everybody },
  CKV_AWS_385: {
    statements: [
      { allows: true, principals: ['AWS:arn:aws:iam::999999999999:root'] },
    ],
    variables: { account_id: '123456789012' },
  },
  CKV_AWS_33: {
    beside: [{ type: 'aws_kms_key', values: {} }],
    statements: everybody,
  },
  CKV_AWS_374: {
    values: {
      restrictions: [{ geo_restriction: [{ restriction_type: 'none' }] }],
    },
  },
  CKV2_AWS_54: withoutTls,
  CKV2_AWS_72: withoutTls,
  CKV_AWS_274: {
    values: { policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
  },
  CKV2_AWS_56: {
    values: { policy_arn: 'arn:aws:iam::aws:policy/IAMFullAccess' },
  },
};

const onEverything = (...actions: string[]): Partial<Statement> => ({
  actions,
  resources: ['*'],
});
const trust = (principal: string): Partial<Statement> => ({
  actions: ['sts:AssumeRole'],
  principals: [principal],
});

/** A statement that each check of statements finds wrong. */
export const STATEMENT_COUNTEREXAMPLES: Record<string, Partial<Statement>> = {
  CKV_AWS_60: trust('AWS:*'),
  CKV_AWS_61: trust('AWS:arn:aws:iam::123456789012:root'),
  CKV_AWS_1: onEverything('*'),
  CKV_AWS_49: { actions: ['*'], resources: ['arn:aws:s3:::one'] },
  CKV_AWS_356: onEverything('s3:GetObject'),
  CKV_AWS_110: onEverything('iam:PassRole'),
  CKV_AWS_107: onEverything('sts:AssumeRole'),
  CKV_AWS_108: onEverything('dynamodb:Scan'),
  CKV_AWS_109: onEverything('iam:PutRolePolicy'),
  CKV_AWS_111: onEverything('s3:PutObject'),
  CKV_AWS_283: { principals: ['*:*'] },
  CKV2_AWS_40: { actions: ['iam:*'] },
  'AWS-0342': onEverything('iam:PassRole'),
  'AWS-0345': { actions: ['s3:*'] },
  'AWS-0346': onEverything('s3:ListBucket'),
};
