import { existsSync, promises as fs } from 'node:fs';
import path from 'node:path';
import { NotFoundError } from '@backstage/errors';
import { readFolder } from '../repository/readFolder';
import { writeFiles } from '../repository/writeFiles';

/** A copy of a repository's Terraform, for commands that leave files behind. */
export interface ScratchCopy {
  /** The copied `terraform` folder. */
  folder: string;
  /** Roots relative to the folder, for example `stacks/inference-api`. */
  roots: string[];
  /** Environments that have variable files, for example `dev`. */
  environments: string[];
}

/**
 * Copies the `terraform` folder of a repository, and `services` beside it, whose
 * files a root may read, so that nothing Terraform writes (providers, locks,
 * state) lands in the repository.
 *
 * @throws NotFoundError when the repository holds no root
 */
export async function makeScratchCopy(
  repositoryFolder: string,
  targetFolder: string,
): Promise<ScratchCopy> {
  const files = await readFolder(path.join(repositoryFolder, 'terraform'));
  const folder = path.join(targetFolder, 'terraform');
  await fs.mkdir(folder, { recursive: true });
  await writeFiles(folder, files);
  const services = path.join(repositoryFolder, 'services');
  if (existsSync(services)) {
    const copied = path.join(targetFolder, 'services');
    await fs.mkdir(copied, { recursive: true });
    await writeFiles(copied, await readFolder(services));
  }

  const names = (pattern: RegExp) => [
    ...new Set(
      files.flatMap(file => pattern.exec(file.path)?.slice(1, 2) ?? []),
    ),
  ];
  const roots = names(/^(bootstrap|stacks\/[^/]+)\/[^/]+\.tf$/);
  if (roots.length === 0) {
    throw new NotFoundError(
      'The repository holds no Terraform root below terraform/stacks; render it before it is verified',
    );
  }
  return {
    folder,
    roots,
    environments: names(/^environments\/([^/]+)\/[^/]+\.tfvars\.json$/),
  };
}
