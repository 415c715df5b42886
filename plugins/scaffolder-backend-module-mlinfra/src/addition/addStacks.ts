import type { ExistingRepository } from './ExistingRepository';
import { catalogEntityRefs } from '../repository/catalogEntities';
import {
  composeRepository,
  readTemplateVersion,
} from '../repository/composeRepository';
import {
  MANIFEST_PATH,
  recordedInputs,
  type ManifestAddition,
} from '../repository/manifestFile';
import { jsonFile, type RepositoryFile } from '../repository/RepositoryFile';
import { throwFieldErrors, type FieldError } from '../request/fieldErrors';
import {
  readRepositoryRequest,
  withoutDisabled,
  type RepositoryInput,
} from '../request/readRepositoryRequest';
import type { RepositoryRequest } from '../request/RepositoryRequest';
import { planAddition } from './planAddition';
import { readManifest, type Manifest } from './readManifest';
import { refuseAddition } from './refuseAddition';

/** Stacks that are to come into an existing repository. */
export interface Addition {
  manifest: Manifest;
  /** What the repository holds, by what it was made from. */
  before: RepositoryRequest;
  /** What it is to hold. */
  after: RepositoryRequest;
  newStacks: string[];
  /** Entities that the new stacks would bring into the catalog. */
  newEntityRefs: string[];
}

/**
 * Puts the recorded inputs of a repository and the inputs of new stacks
 * together. Everything else that is given is the repository's already.
 *
 * @param owner - of the catalog entity
 * @throws InputError when the repository cannot take them
 */
export async function readAddition(
  repository: ExistingRepository,
  owner: string,
  given: unknown,
): Promise<Addition> {
  const manifest = readManifest(await repository.read(MANIFEST_PATH));
  const before = readRepositoryRequest(manifest.inputs as RepositoryInput);
  if (before.identity.owner !== owner) {
    refuseAddition(
      `${MANIFEST_PATH} says the repository is owned by ${before.identity.owner}, and the catalog says ${owner}; make the two agree (inputs.owner and catalog-info.yaml), commit, and run this again`,
    );
  }
  const stacks = (withoutDisabled(given) ?? {}) as Record<string, unknown>;
  const newStacks = Object.keys(stacks);
  throwFieldErrors(
    'Nothing was added',
    newStacks
      .filter(id => Object.hasOwn(manifest.inputs.stacks, id))
      .map(
        (id): FieldError => ({
          field: `stacks.${id}`,
          message: `is in ${before.identity.name} already; change it in terraform/environments/, or choose another stack`,
        }),
      ),
  );
  if (newStacks.length === 0) {
    throwFieldErrors('Nothing was added', [
      { field: 'stacks', message: 'names no stack; choose at least one' },
    ]);
  }
  const after = readRepositoryRequest({
    // The main stack is that of the first run, whether it was written down or not.
    ...recordedInputs(before),
    stacks: { ...recordedInputs(before).stacks, ...stacks },
  });
  const known = new Set(catalogEntityRefs(before));
  return {
    manifest,
    before,
    after,
    newStacks,
    newEntityRefs: catalogEntityRefs(after).filter(
      entityRef => !known.has(entityRef),
    ),
  };
}

/**
 * The files that the addition changes, the new manifest last.
 *
 * @throws InputError naming every file that is in the way
 */
export async function composeAddition(
  repository: ExistingRepository,
  addition: Addition,
  options: { contentFolder: string; templateEntityRef: string | undefined },
): Promise<RepositoryFile[]> {
  const { manifest, newStacks } = addition;
  const [before, after, templateVersion] = await Promise.all([
    composeRepository(addition.before, options),
    composeRepository(addition.after, options),
    readTemplateVersion(options.contentFolder),
  ]);
  const withoutManifest = (files: RepositoryFile[]) =>
    files.filter(file => file.path !== MANIFEST_PATH);
  const plan = await planAddition({
    before: withoutManifest(before),
    after: withoutManifest(after),
    newStacks,
    manifest,
    templateVersion,
    read: path => repository.read(path),
  });
  if ('errors' in plan) {
    return throwFieldErrors('Nothing was added', plan.errors) as never;
  }
  const record: ManifestAddition = {
    stacks: newStacks,
    template: options.templateEntityRef ?? null,
    templateVersion,
  };
  return [
    ...plan.changes,
    jsonFile(MANIFEST_PATH, {
      ...manifest,
      inputs: recordedInputs(addition.after),
      files: Object.fromEntries(
        Object.entries(plan.hashes).sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
      additions: [...(manifest.additions ?? []), record],
    }),
  ];
}
