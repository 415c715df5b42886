import type { Entity } from '@backstage/catalog-model';
import { MLINFRA_ANNOTATIONS } from '@mlinfra/plugin-mlinfra-common';

/** What is written into a shell command must be a plain name. */
const PLAIN_NAME = /^[a-z0-9][a-z0-9-]*$/;

/** Stacks whose service is an image that must be pushed before it can run. */
const IMAGE_STACKS = ['inference-api'];

/**
 * The commands that deploy an entity's first stack to its first environment
 * from its repository, or undefined when its annotations name neither.
 */
export function deployCommands(entity: Entity): string | undefined {
  const stack = firstName(entity, MLINFRA_ANNOTATIONS.stacks);
  const environment = firstName(entity, MLINFRA_ANNOTATIONS.environments);
  if (!stack || !environment) {
    return undefined;
  }
  const root = `terraform -chdir=terraform/stacks/${stack}`;
  const init = `${root} init -reconfigure -backend-config=../../environments/${environment}/backend.hcl`;
  const apply = `${root} apply -var-file=../../environments/${environment}/${stack}.tfvars.json`;
  const commands = IMAGE_STACKS.includes(stack)
    ? [
        init,
        `${apply} -target=module.image_repository`,
        `IMAGE_URI=$(scripts/build-and-push.sh ${stack} ${environment} | tail -n 1)`,
        `${apply} -var image_uri="$IMAGE_URI"`,
      ]
    : [init, apply];
  return commands.join('\n');
}

function firstName(entity: Entity, annotation: string): string | undefined {
  return entity.metadata.annotations?.[annotation]
    ?.split(',')
    .map(name => name.trim())
    .find(name => PLAIN_NAME.test(name));
}
