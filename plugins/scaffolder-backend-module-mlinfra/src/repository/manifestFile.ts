import { createHash } from 'node:crypto';
import type { RepositoryRequest } from '../request/RepositoryRequest';
import { jsonFile, type RepositoryFile } from './RepositoryFile';

/** Name of the file that says what a repository was made from. */
export const MANIFEST_PATH = 'mlinfra.json';

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
  const { identity, targets, stacks, host, repoUrl } = request;
  const sorted = [...options.files].sort((a, b) => (a.path < b.path ? -1 : 1));
  return jsonFile(MANIFEST_PATH, {
    schemaVersion: 1,
    template: options.templateEntityRef ?? null,
    templateVersion: options.templateVersion,
    inputs: {
      ...identity,
      environments: targets,
      stacks: Object.fromEntries(
        stacks.map(({ definition, inputs }) => [definition.id, inputs]),
      ),
      host,
      ...(repoUrl ? { repoUrl } : {}),
    },
    files: Object.fromEntries(
      sorted.map(file => [
        file.path,
        createHash('sha256').update(file.content).digest('hex'),
      ]),
    ),
  });
}
