import path from 'node:path';

/** Folder of a local repository that the guest's team has made in the portal. */
export function localRepository(name: string): string {
  return path.join(process.env.MLINFRA_E2E_REPOSITORIES!, 'ml-demo', name);
}
