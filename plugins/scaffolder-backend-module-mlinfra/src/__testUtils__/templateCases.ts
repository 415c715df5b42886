import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { TEMPLATES_FOLDER } from './templatesFolder';

/** Values of a wizard, and what must come of them. */
export interface TemplateCase {
  name: string;
  values: JsonObject;
  expect: {
    /** The field that the refusal names; nothing else is expected then. */
    refused?: string;
    present?: string[];
    absent?: string[];
    /** Part of the variable file per environment. */
    variables?: Record<string, JsonObject>;
    /** Texts per file. */
    contains?: Record<string, string[]>;
    /** Status per step. */
    steps?: Record<string, string>;
    links?: string[];
    /** Texts of the result page. */
    text?: string[];
  };
}

/** The cases of a template, from `templates/tests/<template>/`. */
export async function readTemplateCases(
  template: string,
): Promise<TemplateCase[]> {
  const folder = path.join(TEMPLATES_FOLDER, 'tests', template);
  const files = (await fs.readdir(folder)).sort();
  return Promise.all(
    files.map(async file => ({
      name: file.replace(/\.yaml$/, ''),
      ...parse(await fs.readFile(path.join(folder, file), 'utf8')),
    })),
  );
}
