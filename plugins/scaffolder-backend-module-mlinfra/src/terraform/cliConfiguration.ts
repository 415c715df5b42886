import { hclStringLiteral } from '../repository/hclStringLiteral';

/**
 * Terraform CLI configuration: providers come from the mirror, and from their
 * registry only where the mirror does not hold them.
 */
export function cliConfiguration(mirror: string | undefined): string {
  if (!mirror) {
    return 'disable_checkpoint = true\n';
  }
  return [
    'disable_checkpoint = true',
    'provider_installation {',
    '  filesystem_mirror {',
    `    path = ${hclStringLiteral(mirror)}`,
    '  }',
    '  direct {}',
    '}',
    '',
  ].join('\n');
}
