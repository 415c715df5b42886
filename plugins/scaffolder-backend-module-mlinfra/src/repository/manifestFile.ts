import { createHash } from 'node:crypto';
import type { RepositoryRequest } from '../request/RepositoryRequest';
import { jsonFile, type RepositoryFile } from './RepositoryFile';

/** Name of the file that says what a repository was made from. */
export const MANIFEST_PATH = 'mlinfra.json';

/** Shape of the manifest; another number is another shape. */
export const MANIFEST_SCHEMA_VERSION = 1;

/** A second run of the wizard that added stacks. */
export interface ManifestAddition {
  stacks: string[];
  template: string | null;
  templateVersion: string;
}

/** SHA-256 of a file's content, as the manifest has it. */
export function contentHash(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * `mlinfra.json`: version, inputs and the SHA-256 of every file, from which an
 * upgrade can tell what the team has changed. The same request gives the same
 * bytes.
 */
export function manifestFile(
  request: RepositoryRequest,
  options: {
    templateVersion: string;
    templateEntityRef: string | undefined;
    files: RepositoryFile[];
  },
): RepositoryFile {
  const sorted = [...options.files].sort((a, b) => (a.path < b.path ? -1 : 1));
  return jsonFile(MANIFEST_PATH, {
    schemaVersion: MANIFEST_SCHEMA_VERSION,
    template: options.templateEntityRef ?? null,
    templateVersion: options.templateVersion,
    inputs: recordedInputs(request),
    files: Object.fromEntries(
      sorted.map(file => [file.path, contentHash(file.content)]),
    ),
  });
}

/** The inputs that would make the same repository again, defaults included. */
export function recordedInputs(request: RepositoryRequest) {
  const { identity, targets, stacks, foundation, mainStack, host, repoUrl } =
    request;
  return {
    ...identity,
    environments: targets,
    stacks: Object.fromEntries(
      stacks.map(({ definition, inputs }) => [definition.id, inputs]),
    ),
    ...(foundation ? { foundation } : {}),
    ...(mainStack ? { mainStack } : {}),
    host,
    ...(repoUrl ? { repoUrl } : {}),
  };
}
