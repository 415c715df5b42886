import { ANNOTATION_LOCATION, type Entity } from '@backstage/catalog-model';
import {
  MLINFRA_ANNOTATIONS,
  teamOfOwner,
} from '@mlinfra/plugin-mlinfra-common';
import { compareEnvironments } from './environmentOrder';

/** What is written into a shell command must be a plain name. */
const PLAIN_NAME = /^[a-z0-9][a-z0-9-]*$/;

/** A repository on the portal's own disk, as the catalog knows it. */
const LOCAL_REPOSITORY =
  /^file:.*[\\/](?<folder>[^\\/]+)[\\/][^\\/]+[\\/]catalog-info\.yaml$/;

/**
 * The command that deploys an entity's first stack to its first environment,
 * from its own repository. Undefined when its annotations do not name both.
 */
export function deployCommand(entity: Entity): string | undefined {
  const target = deployTarget(entity);
  return target && `scripts/deploy.sh ${target}`;
}

/**
 * The same for an emulated AWS, from the portal's checkout. Undefined too when
 * the repository's folder is not known.
 */
export function emulatedDeployCommand(entity: Entity): string | undefined {
  const target = deployTarget(entity);
  const folder = ownerFolder(entity);
  const { name } = entity.metadata;
  return target && folder && PLAIN_NAME.test(name)
    ? `npm run emulated -- apply repositories/${folder}/${name} ${target}`
    : undefined;
}

function deployTarget(entity: Entity): string | undefined {
  const [stack] = plainNames(entity, MLINFRA_ANNOTATIONS.stacks);
  const [environment] = plainNames(
    entity,
    MLINFRA_ANNOTATIONS.environments,
  ).sort(compareEnvironments);
  return stack && environment && `${stack} ${environment}`;
}

/**
 * The folder that the repository lies in: the team's. The owner's name is the
 * team's, unless the wizard was given another.
 */
function ownerFolder(entity: Entity): string | undefined {
  const location = entity.metadata.annotations?.[ANNOTATION_LOCATION] ?? '';
  const owner = entity.spec?.owner;
  const folder =
    LOCAL_REPOSITORY.exec(location)?.groups?.folder ??
    (typeof owner === 'string' ? teamOfOwner(owner) : '');
  return PLAIN_NAME.test(folder) ? folder : undefined;
}

function plainNames(entity: Entity, annotation: string): string[] {
  return (entity.metadata.annotations?.[annotation] ?? '')
    .split(',')
    .map(name => name.trim())
    .filter(name => PLAIN_NAME.test(name));
}
