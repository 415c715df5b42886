import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Examples of `mlinfra:terraform:verify`; each one is run by a test. */
export const examples: TemplateExample[] = [
  {
    description: 'Check format and validity of every root in the workspace.',
    example: stringify({
      steps: [
        {
          id: 'verify',
          name: 'Check with Terraform',
          action: 'mlinfra:terraform:verify',
        },
      ],
    }),
  },
  {
    description: 'Check the format only, of a repository in a folder.',
    example: stringify({
      steps: [
        {
          id: 'verify',
          name: 'Check the format',
          action: 'mlinfra:terraform:verify',
          input: { level: 'format', sourcePath: './repository' },
        },
      ],
    }),
  },
];
