import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Examples of `mlinfra:publish:local`; each one is run by a test. */
export const examples: TemplateExample[] = [
  {
    description: 'Publish the workspace as a repository of a team.',
    example: stringify({
      steps: [
        {
          id: 'publish',
          name: 'Make the repository',
          action: 'mlinfra:publish:local',
          input: { owner: 'audio', name: 'bird-calls' },
        },
      ],
    }),
  },
  {
    description:
      'Publish a folder of the workspace, with a message and a branch.',
    example: stringify({
      steps: [
        {
          id: 'publish',
          name: 'Make the repository',
          action: 'mlinfra:publish:local',
          input: {
            repoUrl: 'local?owner=audio&repo=bird-calls',
            sourcePath: './repository',
            defaultBranch: 'trunk',
            gitCommitMessage: 'Start from the template',
          },
        },
      ],
    }),
  },
];
