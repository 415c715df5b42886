import { promises as fs } from 'node:fs';
import path from 'node:path';
import { InputError } from '@backstage/errors';
import {
  templateEntityV1beta3Validator,
  type TemplateEntityV1beta3,
} from '@backstage/plugin-scaffolder-common';
import { parse } from 'yaml';
import { readFolder } from '../../src/repository/readFolder';
import type { RepositoryFile } from '../../src/repository/RepositoryFile';

/** A template with everything that lies beside it. */
export interface TemplateOnDisk {
  entity: TemplateEntityV1beta3;
  contents: RepositoryFile[];
}

/**
 * Reads a template file and the folder around it.
 *
 * @throws InputError when the file holds no template
 */
export async function readTemplate(file: string): Promise<TemplateOnDisk> {
  const text = await fs.readFile(file, 'utf8').catch(() => {
    throw new InputError(
      `There is no template file ${file}; name one, or a template of templates/ such as inference-api`,
    );
  });
  const entity = parse(text) as TemplateEntityV1beta3;
  if (!(await templateEntityV1beta3Validator.check(entity))) {
    throw new InputError(`${file} holds no scaffolder template (v1beta3)`);
  }
  return { entity, contents: await readFolder(path.dirname(file)) };
}
