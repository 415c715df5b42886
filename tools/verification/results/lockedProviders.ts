import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TERRAFORM_FOLDER } from '../templatesFolder';

/** Providers and their versions, as the lock of a generated repository names them. */
export function lockedProviders(): Record<string, string> {
  const lock = readFileSync(
    path.join(TERRAFORM_FOLDER, 'bootstrap/.terraform.lock.hcl'),
    'utf8',
  );
  return Object.fromEntries(
    [
      ...lock.matchAll(
        /^provider "registry\.terraform\.io\/([^"]+)" \{\n\s*version\s*=\s*"([^"]+)"/gm,
      ),
    ].map(([, name, version]) => [name, version]),
  );
}
