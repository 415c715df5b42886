/**
 * Keys of the tags that every resource of a generated repository carries
 * (Terraform `default_tags`). Collectors read ownership from them.
 *
 * @public
 */
export const MLINFRA_TAGS = {
  entityRef: 'backstage.io/entity-ref',
  team: 'mlinfra:team',
  stack: 'mlinfra:stack',
  environment: 'mlinfra:environment',
  templateVersion: 'mlinfra:template-version',
  managedBy: 'mlinfra:managed-by',
} as const;
