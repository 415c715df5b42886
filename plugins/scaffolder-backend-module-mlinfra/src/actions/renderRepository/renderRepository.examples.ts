import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Examples of `mlinfra:repository:render`; each one is run by a test. */
export const examples: TemplateExample[] = [
  {
    description: 'An inference API with the defaults, in one environment.',
    example: stringify({
      steps: [
        {
          id: 'render',
          name: 'Write the repository',
          action: 'mlinfra:repository:render',
          input: {
            name: 'bird-calls',
            owner: 'group:default/audio',
            environments: {
              dev: { accountId: '123456789012', region: 'eu-central-1' },
            },
            stacks: { 'inference-api': {} },
          },
        },
      ],
    }),
  },
  {
    description:
      'An inference API in dev and prod for GitHub, with a model in S3 and a website that may call it.',
    example: stringify({
      steps: [
        {
          id: 'render',
          name: 'Write the repository',
          action: 'mlinfra:repository:render',
          input: {
            name: 'bird-calls',
            owner: 'group:default/audio',
            team: 'audio',
            description: 'Tells birds apart by their calls',
            alertEmails: ['audio@example.com'],
            environments: {
              dev: {
                accountId: '123456789012',
                region: 'eu-central-1',
                monthlyBudgetUsd: 20,
              },
              prod: {
                accountId: '123456789012',
                region: 'eu-west-1',
                monthlyBudgetUsd: 400,
              },
            },
            stacks: {
              'inference-api': {
                memoryMb: 4096,
                corsAllowedOrigins: { prod: ['https://birds.example.com'] },
                modelS3Bucket: 'audio-models',
                modelS3Key: 'bird-calls/v3/',
              },
            },
            host: 'github',
            repoUrl: 'github.com?owner=example&repo=bird-calls',
          },
        },
      ],
    }),
  },
];
