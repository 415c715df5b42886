// @ts-check
import { say } from '../progress.mjs';
import { ensurePythonPackage } from './python.mjs';

/**
 * Installs what the backend turns Markdown into TechDocs pages with, and says
 * so where it cannot be had. Everything else works without.
 */
export async function prepareTechDocs() {
  const ready = await ensurePythonPackage('mkdocs-techdocs-core');
  if (!ready) {
    say(
      'TechDocs pages cannot be built here: pip could not install mkdocs-techdocs-core. Put an mkdocs with that plugin on the PATH to have them.',
    );
  }
}
