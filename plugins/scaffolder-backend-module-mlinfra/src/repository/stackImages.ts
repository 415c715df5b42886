import type { RepositoryFile } from './RepositoryFile';

/** How many container images a stack is made of, as its scripts see it. */
export type StackImages = 'none' | 'one' | 'several';

/**
 * `services/<stack>/Dockerfile` is one image, `services/<stack>/<image>/Dockerfile`
 * several; a stack has the one or the other.
 */
export function stackImages(files: RepositoryFile[], id: string): StackImages {
  const own = files.map(file => file.path);
  if (own.includes(`services/${id}/Dockerfile`)) {
    return 'one';
  }
  const inFolders = new RegExp(`^services/${id}/[^/]+/Dockerfile$`);
  return own.some(path => inFolders.test(path)) ? 'several' : 'none';
}
