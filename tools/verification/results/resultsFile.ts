import { promises as fs } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import type { StackVerification } from '../../../plugins/scaffolder-backend-module-mlinfra/src/repository/verification/StackVerification';
import { TEMPLATES_FOLDER } from '../templatesFolder';

const FOLDER = path.join(TEMPLATES_FOLDER, 'verification/results');
const fileOf = (root: string) => path.join(FOLDER, `${root}.json`);

/** What the templates say was verified of a root; undefined where they say nothing. */
export async function readResults(
  root: string,
): Promise<StackVerification | undefined> {
  const text = await fs.readFile(fileOf(root), 'utf8').catch(() => undefined);
  return text === undefined
    ? undefined
    : (JSON.parse(text) as StackVerification);
}

/** Keeps what was verified of a root with the templates. */
export async function writeResults(results: StackVerification): Promise<void> {
  await fs.mkdir(FOLDER, { recursive: true });
  await fs.writeFile(
    fileOf(results.stack),
    format(JSON.stringify(results), { parser: 'json' }),
  );
}
