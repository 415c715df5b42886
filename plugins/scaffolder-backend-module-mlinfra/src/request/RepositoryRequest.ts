import type { RepositoryStacks } from '@mlinfra/plugin-mlinfra-common';

/** Where the repository will live; decides which CI files it gets. */
export const REPOSITORY_HOSTS = ['local', 'github', 'gitlab'] as const;

/** Where the repository will live. */
export type RepositoryHost = (typeof REPOSITORY_HOSTS)[number];

/** A stack that was chosen, with its complete inputs. */
export type ChosenStack = RepositoryStacks['stacks'][number];

/** A valid request for a repository. */
export interface RepositoryRequest extends RepositoryStacks {
  host: RepositoryHost;
  /** Backstage's own form, `github.com?owner=…&repo=…`; absent for local repositories. */
  repoUrl?: string;
}
