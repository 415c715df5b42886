import type { RepositoryFile } from '../repository/RepositoryFile';
import type { RepositoryHost } from '../request/RepositoryRequest';

/** A repository that stacks are to be added to, as its default branch has it. */
export interface ExistingRepository {
  /** Where the addition goes: a branch on this portal's disk, or a request on a git host. */
  host: RepositoryHost;
  /** Folder of the owner on disk, or owner on the host. */
  owner: string;
  /** Name of the repository. */
  name: string;
  /** `<host>?owner=…&repo=…`; empty for a local one. */
  repoUrl: string;
  /** Commit that was read; empty where the host does not say. */
  commit: string;
  /** Content of a file, or undefined where there is none. */
  read(path: string): Promise<Buffer | undefined>;
  /** Every file, for checking the repository as it will be. */
  files(): Promise<RepositoryFile[]>;
}
