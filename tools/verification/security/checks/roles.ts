import type { ResourceCheck } from '../Check';

const ATTACHMENT = ['aws_iam_role_policy_attachment'];
const attached =
  (pattern: RegExp): ResourceCheck['holds'] =>
  attachment =>
    !pattern.test(String(attachment.at('policy_arn')));

/** What scanners ask of policies of AWS that are attached to roles. */
export const roleChecks: ResourceCheck[] = [
  {
    id: 'CKV_AWS_274',
    also: ['CKV_AWS_275'],
    title: 'No role is an administrator',
    types: ATTACHMENT,
    holds: attached(/AdministratorAccess/),
  },
  {
    id: 'CKV2_AWS_56',
    title: 'No role has all of IAM',
    types: ATTACHMENT,
    holds: attached(/IAMFullAccess/),
  },
];
