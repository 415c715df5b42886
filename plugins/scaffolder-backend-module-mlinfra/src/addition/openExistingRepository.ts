import path from 'node:path';
import type {
  BackstageCredentials,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  getEntitySourceLocation,
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import type { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { MLINFRA_ANNOTATIONS } from '@mlinfra/plugin-mlinfra-common';
import { callerOwns, type Caller } from '../request/callerOwnership';
import type { ExistingRepository } from './ExistingRepository';
import { openHostedRepository } from './hostedRepository';
import { openLocalRepository } from './localRepository';
import { refuseAddition } from './refuseAddition';

/**
 * Opens the repository that a catalog entity describes, where it is the
 * caller's to add to.
 *
 * @throws InputError naming what is in the way
 */
export async function openExistingRepository(
  entityRef: string,
  options: {
    catalog: CatalogService;
    credentials: BackstageCredentials;
    caller: Caller | undefined;
    config: Config;
    reader: UrlReaderService;
    integrations: ScmIntegrations;
    createTemporaryDirectory: () => Promise<string>;
  },
): Promise<{ repository: ExistingRepository; owner: string }> {
  const { catalog, credentials, caller } = options;
  const entity = await catalog.getEntityByRef(
    parseEntityRef(entityRef, { defaultKind: 'component' }),
    { credentials },
  );
  if (!entity?.metadata.annotations?.[MLINFRA_ANNOTATIONS.stacks]) {
    refuseAddition(
      entity
        ? `${entityRef} has no annotation ${MLINFRA_ANNOTATIONS.stacks}, so no template wrote its repository; choose one that a template wrote, or make a new one`
        : `${entityRef} is not in the catalog, or not yours to see; choose another`,
    );
  }
  const owner = ownerOf(entity);
  if (!callerOwns(owner, caller)) {
    refuseAddition(
      `${entityRef} belongs to ${owner}, and ${caller?.ref} does not; ask to be added to ${owner}, or ask somebody of it to add the stacks`,
    );
  }
  return { repository: await open(entity, options), owner };
}

function ownerOf(entity: Entity): string {
  const owner = entity.spec?.owner;
  if (typeof owner !== 'string') {
    return refuseAddition(
      `${stringifyEntityRef(
        entity,
      )} has no owner; name one in its catalog-info.yaml`,
    );
  }
  return stringifyEntityRef(
    parseEntityRef(owner, {
      defaultKind: 'group',
      defaultNamespace: entity.metadata.namespace,
    }),
  );
}

async function open(
  entity: Entity,
  options: Parameters<typeof openExistingRepository>[1],
): Promise<ExistingRepository> {
  const location = entity.metadata.annotations?.[ANNOTATION_LOCATION] ?? '';
  if (location.startsWith('file:')) {
    return openLocalRepository(
      localFolder(
        location.slice('file:'.length),
        options.config.getOptionalString('mlinfra.repositories.directory'),
      ),
    );
  }
  const source = getEntitySourceLocation(entity);
  if (source.type !== 'url') {
    return refuseAddition(
      `${stringifyEntityRef(entity)} comes from ${
        location || 'nowhere'
      }, which is no git repository that this portal can add to`,
    );
  }
  return openHostedRepository(source.target, options);
}

// Only what the wizard published there: an entity's annotations are its author's to write.
function localFolder(file: string, directory: string | undefined): string {
  const folder = path.dirname(path.resolve(file));
  const parts = directory
    ? path.relative(path.resolve(directory), folder).split(path.sep)
    : [];
  if (parts.length !== 2 || parts.some(part => part.startsWith('.'))) {
    return refuseAddition(
      `${folder} is no repository in the folder that mlinfra.repositories.directory names (${
        directory ?? 'nothing'
      }); choose one that was published there`,
    );
  }
  return folder;
}
