import { promises as fs } from 'node:fs';
import path from 'node:path';
import { SUBJECTS } from '../combinations/subjects';
import { readResults } from './resultsFile';
import { verificationDocument } from './verificationDocument';

const FILE = path.resolve(__dirname, '../../../docs/verification.md');

/** `docs/verification.md` as it is. */
export function readDocument(): Promise<string> {
  return fs.readFile(FILE, 'utf8');
}

/** `docs/verification.md` as the records have it. */
export async function documentOfResults(): Promise<string> {
  const records = await Promise.all(SUBJECTS.map(({ id }) => readResults(id)));
  return verificationDocument(records.flatMap(record => record ?? []));
}

/** Makes `docs/verification.md` anew. */
export async function writeDocument(): Promise<void> {
  await fs.writeFile(FILE, await documentOfResults());
}
