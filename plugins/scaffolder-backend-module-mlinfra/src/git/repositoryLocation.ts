import { InputError } from '@backstage/errors';

/** Owner and name of a local repository: the two folders it lies in. */
export interface RepositoryLocation {
  owner: string;
  name: string;
}

const FOLDER_NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/;

/**
 * Reads owner and name from the input: given one by one, or together as
 * Backstage writes a repository (`<host>?owner=…&repo=…`).
 *
 * @throws InputError naming the field that cannot be a folder's name
 */
export function readRepositoryLocation(input: {
  owner?: string;
  name?: string;
  repoUrl?: string;
}): RepositoryLocation {
  const fromUrl = input.repoUrl
    ? new URLSearchParams(input.repoUrl.split('?')[1] ?? '')
    : undefined;
  const location = {
    owner: input.owner ?? fromUrl?.get('owner') ?? '',
    name: input.name ?? fromUrl?.get('repo') ?? '',
  };
  for (const [field, value] of Object.entries(location)) {
    if (!FOLDER_NAME.test(value) || value.endsWith('.git')) {
      throw new InputError(
        `${field}: ${JSON.stringify(
          value,
        )} cannot be a repository's folder; use letters, digits, dots, hyphens and underscores, beginning with a letter or digit (or give repoUrl as host?owner=…&repo=…)`,
      );
    }
  }
  return location;
}
