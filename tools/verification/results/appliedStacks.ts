import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Ids of the stacks that the lifecycle applies, plans again, changes and destroys. */
export async function appliedStacks(): Promise<string[]> {
  const file = path.resolve(
    __dirname,
    '../../../e2e-tests/lifecycle/stacks.mjs',
  );
  // A variable, so that the compiler leaves an import of a module as it is.
  const url = pathToFileURL(file).href;
  const { STACKS } = (await import(url)) as { STACKS: Array<{ id: string }> };
  return STACKS.map(({ id }) => id);
}
