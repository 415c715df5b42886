import { hclStringLiteral } from '../repository/hclStringLiteral';
import type { ProviderMirror } from './findProviderMirror';

/**
 * Terraform CLI configuration: providers come from the mirror, and from their
 * registry only where the mirror does not hold them.
 */
export function cliConfiguration(mirror: ProviderMirror | undefined): string {
  if (!mirror) {
    return 'disable_checkpoint = true\n';
  }
  return [
    'disable_checkpoint = true',
    'provider_installation {',
    '  filesystem_mirror {',
    `    path = ${hclStringLiteral(mirror.folder)}`,
    '  }',
    '  direct {',
    // Asked for a provider that the mirror holds, the registry would have to answer, and may be out of reach.
    `    exclude = [${mirror.providers.map(hclStringLiteral).join(', ')}]`,
    '  }',
    '}',
    '',
  ].join('\n');
}
