import type { Statement } from '../../plan/policyStatements';
import type { StatementCheck } from '../Check';

// Services that a role may let in; an account or everybody is not one of them.
const names = (statement: Statement, pattern: RegExp) =>
  statement.principals.some(one => one !== null && pattern.test(one));
const isTrust = ({ actions }: Statement) =>
  actions.some(action => action.startsWith('sts:AssumeRole'));
const isOnEverything = ({ resources }: Statement) => resources.includes('*');
const isKeyPolicy = ({ principals }: Statement) => principals.length > 0;

/** Statements that give something away on resources without a bound. */
const givesOnEverything = (statement: Statement) =>
  statement.allows &&
  isOnEverything(statement) &&
  statement.conditions.length === 0;

const allows = (statement: Statement, pattern: RegExp) =>
  statement.actions.some(action => pattern.test(action));

const WRITES =
  /:(Abort|Add|Attach|Change|Complete|Copy|Create|Delete|Deregister|Detach|Disable|Enable|Import|Invoke|Modify|Put|Register|Remove|Replace|Reset|Restore|Run|Send|Set|Start|Stop|Tag|Terminate|Unassign|Update|Upload|Write)|:\*$/;
const PERMISSIONS =
  /^(iam:(Attach|Create|Delete|Detach|Put|Set|Update|\*)|kms:(CreateGrant|PutKeyPolicy|\*)|s3:(PutBucketPolicy|PutBucketAcl|PutObjectAcl|\*)|lambda:(AddPermission|RemovePermission|\*)|sns:AddPermission|ecr:SetRepositoryPolicy)/;
const ESCALATION =
  /^(iam:(PassRole|CreateAccessKey|CreateLoginProfile|CreatePolicyVersion|PutUserPolicy|PutRolePolicy|PutGroupPolicy|AttachUserPolicy|AttachRolePolicy|UpdateAssumeRolePolicy|\*)|\*$)/;
const CREDENTIALS =
  /^(sts:(AssumeRole|GetSessionToken|GetFederationToken)|iam:(CreateAccessKey|CreateLoginProfile|UpdateLoginProfile|CreateServiceSpecificCredential)|secretsmanager:GetSecretValue|rds-db:connect|redshift:GetClusterCredentials)/;
const EXFILTRATION =
  /^(s3:(GetObject|\*)|ssm:GetParameters?(ByPath)?$|secretsmanager:GetSecretValue|dynamodb:(Scan|Query|GetItem|BatchGetItem)|rds:CopyDBSnapshot)/;

/** The two ids that a check of policies has: for documents, and for policies as resources. */
function twins(
  resource: string,
  document: string,
  title: string,
  holdsFor: (statement: Statement) => boolean,
): StatementCheck {
  return { id: document, also: [resource], title, holdsFor };
}

/** What scanners ask of IAM's policies. */
export const policyChecks: StatementCheck[] = [
  {
    id: 'CKV_AWS_60',
    title: 'A role is assumed by those who are named',
    holdsFor: statement =>
      !isTrust(statement) || !names(statement, /^(\*|AWS):\*$/),
  },
  {
    id: 'CKV_AWS_61',
    title: 'A role is not assumed by a whole account',
    holdsFor: statement =>
      !isTrust(statement) ||
      !names(statement, /^AWS:(\*|[0-9]{12}|arn:.*:root)$/),
  },
  twins(
    'CKV_AWS_62',
    'CKV_AWS_1',
    'No policy allows everything on everything',
    statement =>
      !(
        statement.allows &&
        statement.actions.includes('*') &&
        isOnEverything(statement)
      ),
  ),
  twins(
    'CKV_AWS_63',
    'CKV_AWS_49',
    'No policy allows every action',
    statement => !(statement.allows && statement.actions.includes('*')),
  ),
  twins(
    'CKV_AWS_355',
    'CKV_AWS_356',
    'What can be bound to resources is',
    statement => !(statement.allows && isOnEverything(statement)),
  ),
  twins(
    'CKV_AWS_286',
    'CKV_AWS_110',
    'No policy lets its holder become another',
    statement =>
      !(givesOnEverything(statement) && allows(statement, ESCALATION)),
  ),
  twins(
    'CKV_AWS_287',
    'CKV_AWS_107',
    'No policy gives credentials away',
    statement =>
      !(givesOnEverything(statement) && allows(statement, CREDENTIALS)),
  ),
  twins(
    'CKV_AWS_288',
    'CKV_AWS_108',
    'No policy reads data without a bound',
    statement =>
      !(givesOnEverything(statement) && allows(statement, EXFILTRATION)),
  ),
  twins(
    'CKV_AWS_289',
    'CKV_AWS_109',
    'No policy changes permissions without a bound',
    statement =>
      !(givesOnEverything(statement) && allows(statement, PERMISSIONS)),
  ),
  twins(
    'CKV_AWS_290',
    'CKV_AWS_111',
    'No policy writes without a bound',
    statement => !(givesOnEverything(statement) && allows(statement, WRITES)),
  ),
  {
    id: 'CKV_AWS_283',
    title: 'No policy allows just anybody',
    holdsFor: statement =>
      !(
        statement.allows &&
        statement.conditions.length === 0 &&
        names(statement, /^(\*|AWS):\*$/)
      ),
  },
  {
    id: 'CKV2_AWS_40',
    title: 'No policy has all of IAM',
    holdsFor: statement =>
      !(statement.allows && statement.actions.includes('iam:*')),
  },
  {
    id: 'AWS-0342',
    title: 'Who hands a role on says which',
    holdsFor: statement =>
      !(
        statement.allows &&
        statement.actions.includes('iam:PassRole') &&
        isOnEverything(statement)
      ),
  },
  {
    id: 'AWS-0345',
    title: 'No policy has all of S3',
    holdsFor: statement =>
      !(
        statement.allows &&
        !isKeyPolicy(statement) &&
        statement.actions.some(action => action === 's3:*')
      ),
  },
  {
    id: 'AWS-0346',
    title: 'No policy looks into every bucket',
    holdsFor: statement =>
      !(
        statement.allows &&
        statement.actions.some(action => /^s3:(Get|List)/.test(action)) &&
        (isOnEverything(statement) ||
          statement.resources.includes('arn:aws:s3:::*'))
      ),
  },
];
