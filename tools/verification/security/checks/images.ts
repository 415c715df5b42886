import { UNKNOWN } from '../../plan/valueAt';
import type { ResourceCheck } from '../Check';

const REPOSITORY = ['aws_ecr_repository'];

/** What scanners ask of image repositories. */
export const imageChecks: ResourceCheck[] = [
  {
    id: 'CKV_AWS_51',
    also: ['AWS-0031'],
    title: 'A tag stays with its image',
    types: REPOSITORY,
    holds: repository => repository.is('image_tag_mutability', 'IMMUTABLE'),
  },
  {
    id: 'CKV_AWS_163',
    also: ['AWS-0030'],
    title: 'Images are scanned when they come in',
    types: REPOSITORY,
    holds: repository =>
      repository.is('image_scanning_configuration.0.scan_on_push', true),
  },
  {
    id: 'CKV_AWS_136',
    also: ['AWS-0033'],
    title: 'Images are encrypted with an own key',
    types: REPOSITORY,
    holds: repository => {
      const kind = repository.at('encryption_configuration.0.encryption_type');
      return kind === 'KMS' || kind === UNKNOWN;
    },
  },
  {
    id: 'CKV_AWS_32',
    also: ['AWS-0032'],
    title: 'Not everybody may pull an image',
    types: ['aws_ecr_repository_policy'],
    holds: (policy, plan) =>
      !plan.statements.some(
        ({ module, allows, principals }) =>
          module === policy.module &&
          allows &&
          principals.some(one => one === '*:*' || one === 'AWS:*'),
      ),
  },
];
