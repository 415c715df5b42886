import type { JsonObject } from '@backstage/types';

/** Input of the render action that is valid, with changes. */
export function repositoryInput(changes: JsonObject = {}): JsonObject {
  return {
    name: 'bird-calls',
    owner: 'group:default/audio',
    environments: {
      dev: { accountId: '123456789012', region: 'eu-central-1' },
      prod: { accountId: '123456789012', region: 'eu-west-1' },
    },
    stacks: { 'inference-api': {} },
    ...changes,
  };
}
