import { promises as fs } from 'node:fs';
import path from 'node:path';
import {
  resolveSafeChildPath,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { ScmIntegrations } from '@backstage/integration';
import { readFolder } from '../repository/readFolder';
import { refuseAddition } from './refuseAddition';
import type { ExistingRepository } from './ExistingRepository';

/**
 * Fetches a repository from its git host, as the branch that the catalog reads
 * has it.
 *
 * @param url - folder of the catalog file, as the catalog knows it
 */
export async function openHostedRepository(
  url: string,
  options: {
    reader: UrlReaderService;
    integrations: ScmIntegrations;
    createTemporaryDirectory: () => Promise<string>;
  },
): Promise<ExistingRepository> {
  const type = options.integrations.byUrl(url)?.type;
  if (type !== 'github' && type !== 'gitlab') {
    return refuseAddition(
      `${url} is on no GitHub or GitLab that this portal is configured for (integrations); configure it, or add the stacks by hand`,
    );
  }
  const { host, owner, name } = placeOf(url, type);
  const tree = await options.reader.readTree(url);
  const folder = await tree.dir({
    targetDir: path.join(await options.createTemporaryDirectory(), 'existing'),
  });
  return {
    host: type,
    owner,
    name,
    repoUrl: `${host}?${new URLSearchParams({ owner, repo: name })}`,
    commit: tree.etag,
    read: file =>
      fs.readFile(resolveSafeChildPath(folder, file)).catch(error => {
        if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(error.code)) {
          return undefined;
        }
        throw error;
      }),
    files: () => readFolder(folder),
  };
}

// github.com/<owner>/<name>/tree/<branch>/, gitlab.com/<group>/<…>/<name>/-/tree/<branch>/
function placeOf(url: string, type: 'github' | 'gitlab') {
  const { host, pathname } = new URL(url);
  const project =
    type === 'gitlab'
      ? pathname.split('/-/')[0]
      : pathname.replace(/\.git$/, '');
  const parts = project.split('/').filter(Boolean).map(decodeURIComponent);
  const [owner, name] =
    type === 'gitlab'
      ? [parts.slice(0, -1).join('/'), parts[parts.length - 1]]
      : parts;
  if (!owner || !name) {
    return refuseAddition(
      `${url} names no owner and repository; register the repository's catalog-info.yaml by its full address`,
    );
  }
  return { host, owner, name };
}
