import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import { fetchContents } from '@backstage/plugin-scaffolder-node';

/**
 * The folder that holds the template and everything it copies. A template on
 * this machine is read where it lies; any other is fetched once, as one tree.
 */
export async function openTemplateContent(options: {
  /** Address of the template file. */
  baseUrl: string | undefined;
  reader: UrlReaderService;
  integrations: ScmIntegrations;
  createTemporaryDirectory: () => Promise<string>;
}): Promise<string> {
  const { baseUrl, reader, integrations } = options;
  if (!baseUrl) {
    throw new InputError(
      'The address of the template is unknown, so its content cannot be read; run the action as a step of a template that is registered in the catalog',
    );
  }
  if (baseUrl.startsWith('file://')) {
    return localFolder(baseUrl);
  }
  const outputPath = path.join(
    await options.createTemporaryDirectory(),
    'templates',
  );
  await fetchContents({
    reader,
    integrations,
    baseUrl,
    fetchUrl: '.',
    outputPath,
  });
  return outputPath;
}

// The catalog writes file addresses without percent-encoding, a dry run with it.
async function localFolder(baseUrl: string): Promise<string> {
  const plain = path.dirname(baseUrl.slice('file://'.length));
  for (const folder of [plain, decoded(plain)]) {
    const stats = await fs.stat(folder).catch(() => undefined);
    if (stats?.isDirectory()) {
      return folder;
    }
  }
  throw new InputError(
    `The template's folder ${plain} cannot be read on this machine; register the template again from where it lies now`,
  );
}

// A folder's own name may hold a percent sign that encodes nothing.
function decoded(plain: string): string {
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
