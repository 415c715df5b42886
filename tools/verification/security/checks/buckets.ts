import { beside, type Plan } from '../../plan/Plan';
import type { PlannedResource } from '../../plan/PlannedResource';
import { UNKNOWN } from '../../plan/valueAt';
import type { ResourceCheck } from '../Check';

const BUCKET = ['aws_s3_bucket'];
const PUBLIC_ACLS = ['public-read', 'public-read-write', 'authenticated-read'];

/** The bucket's access is blocked in that way. */
const blocks = (setting: string) => (bucket: PlannedResource, plan: Plan) =>
  beside(plan, bucket, 'aws_s3_bucket_public_access_block').some(block =>
    block.is(setting, true),
  );

const hasNoPublicAcl = (bucket: PlannedResource, plan: Plan) =>
  !beside(plan, bucket, 'aws_s3_bucket_acl').some(acl =>
    acl.is('acl', ...PUBLIC_ACLS),
  );

const statementsOn = (bucket: PlannedResource, plan: Plan) =>
  plan.statements.filter(
    ({ module, principals }) =>
      module === bucket.module && principals.length > 0,
  );

const isEverybody = (principal: string | null) =>
  principal === '*:*' || principal === 'AWS:*';

/** What scanners ask of buckets. */
export const bucketChecks: ResourceCheck[] = [
  {
    id: 'CKV_AWS_18',
    also: ['AWS-0089'],
    title: 'A bucket writes an access log',
    types: BUCKET,
    holds: (bucket, plan) =>
      beside(plan, bucket, 'aws_s3_bucket_logging').length > 0,
  },
  {
    id: 'CKV_AWS_19',
    title: 'A bucket is encrypted',
    types: BUCKET,
    holds: (bucket, plan) => algorithm(bucket, plan) !== undefined,
  },
  {
    id: 'CKV_AWS_145',
    also: ['AWS-0132'],
    title: 'A bucket is encrypted with an own key',
    types: BUCKET,
    holds: (bucket, plan) => {
      const found = algorithm(bucket, plan);
      return found === 'aws:kms' || found === UNKNOWN;
    },
  },
  ...['CKV_AWS_20', 'CKV_AWS_57', 'CKV_AWS_375', 'CKV2_AWS_43'].map(id => ({
    id,
    ...(id === 'CKV_AWS_20' ? { also: ['AWS-0092'] } : {}),
    title: 'No access control list opens a bucket',
    types: BUCKET,
    holds: hasNoPublicAcl,
  })),
  {
    id: 'CKV_AWS_21',
    also: ['AWS-0090'],
    title: 'A bucket keeps versions',
    types: BUCKET,
    holds: (bucket, plan) =>
      beside(plan, bucket, 'aws_s3_bucket_versioning').some(versioning =>
        versioning.is('versioning_configuration.0.status', 'Enabled'),
      ),
  },
  {
    id: 'CKV_AWS_53',
    also: ['AWS-0086'],
    title: 'Public access control lists are refused',
    types: BUCKET,
    holds: blocks('block_public_acls'),
  },
  {
    id: 'CKV_AWS_54',
    also: ['AWS-0087'],
    title: 'Public policies are refused',
    types: BUCKET,
    holds: blocks('block_public_policy'),
  },
  {
    id: 'CKV_AWS_55',
    also: ['AWS-0091'],
    title: 'Public access control lists are ignored',
    types: BUCKET,
    holds: blocks('ignore_public_acls'),
  },
  {
    id: 'CKV_AWS_56',
    also: ['AWS-0093'],
    title: 'A bucket with a public policy is closed',
    types: BUCKET,
    holds: blocks('restrict_public_buckets'),
  },
  {
    id: 'CKV2_AWS_6',
    also: ['AWS-0094'],
    title: 'A bucket has a block of public access',
    types: BUCKET,
    holds: (bucket, plan) =>
      beside(plan, bucket, 'aws_s3_bucket_public_access_block').length > 0,
  },
  {
    id: 'CKV_AWS_70',
    title: 'No policy of a bucket lets everybody do something',
    types: BUCKET,
    holds: (bucket, plan) =>
      !statementsOn(bucket, plan).some(
        ({ allows, principals }) => allows && principals.some(isEverybody),
      ),
  },
  {
    id: 'CKV_AWS_93',
    title: 'No policy of a bucket locks everybody out',
    types: BUCKET,
    holds: (bucket, plan) =>
      !statementsOn(bucket, plan).some(
        ({ allows, principals, conditions }) =>
          !allows && principals.some(isEverybody) && conditions.length === 0,
      ),
  },
  {
    id: 'CKV_AWS_379',
    title: 'A bucket refuses requests without TLS',
    types: BUCKET,
    holds: (bucket, plan) =>
      statementsOn(bucket, plan).some(
        ({ allows, conditions }) =>
          !allows && conditions.includes('aws:SecureTransport'),
      ) && beside(plan, bucket, 'aws_s3_bucket_policy').length > 0,
  },
  {
    id: 'CKV2_AWS_61',
    title: 'A bucket has a lifecycle',
    types: BUCKET,
    holds: (bucket, plan) =>
      beside(plan, bucket, 'aws_s3_bucket_lifecycle_configuration').length > 0,
  },
  {
    id: 'CKV2_AWS_65',
    title: 'Access control lists are switched off',
    types: BUCKET,
    holds: (bucket, plan) =>
      beside(plan, bucket, 'aws_s3_bucket_ownership_controls').some(controls =>
        controls.is('rule.0.object_ownership', 'BucketOwnerEnforced'),
      ),
  },
  {
    id: 'CKV_AWS_144',
    title: 'A bucket is copied to a second region',
    types: BUCKET,
    holds: (bucket, plan) =>
      beside(plan, bucket, 'aws_s3_bucket_replication_configuration').length >
      0,
  },
  {
    id: 'CKV2_AWS_62',
    title: 'A bucket tells of what happens in it',
    types: BUCKET,
    holds: (bucket, plan) =>
      beside(plan, bucket, 'aws_s3_bucket_notification').length > 0,
  },
  {
    id: 'CKV_AWS_143',
    title: 'What is in a bucket cannot be deleted for a time',
    types: BUCKET,
    holds: bucket => bucket.is('object_lock_enabled', true),
  },
  {
    id: 'AWS-0170',
    title: 'Deleting a version asks for a second factor',
    types: BUCKET,
    holds: (bucket, plan) =>
      beside(plan, bucket, 'aws_s3_bucket_versioning').some(versioning =>
        versioning.is('versioning_configuration.0.mfa_delete', 'Enabled'),
      ),
  },
  {
    id: 'AWS-0320',
    title: 'The name of a bucket can be part of a host name',
    types: BUCKET,
    holds: bucket =>
      bucket.has('bucket') &&
      /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(String(bucket.at('bucket'))),
  },
  {
    id: 'CKV_AWS_300',
    title: 'Uploads that were not finished are deleted',
    types: ['aws_s3_bucket_lifecycle_configuration'],
    holds: lifecycle =>
      lifecycle
        .list('rule')
        .some((_, index) =>
          lifecycle.has(
            `rule.${index}.abort_incomplete_multipart_upload.0.days_after_initiation`,
          ),
        ),
  },
  {
    id: 'CKV_AWS_186',
    title: 'An object is encrypted with an own key',
    types: ['aws_s3_object'],
    holds: (object, plan) =>
      /^\s*kms_key_id\s*=/m.test(plan.sourceOf(object)) &&
      object.has('kms_key_id'),
  },
];

function algorithm(bucket: PlannedResource, plan: Plan) {
  return beside(
    plan,
    bucket,
    'aws_s3_bucket_server_side_encryption_configuration',
  )
    .map(encryption =>
      encryption.at(
        'rule.0.apply_server_side_encryption_by_default.0.sse_algorithm',
      ),
    )
    .find(value => value !== undefined && value !== null);
}
