import { InputError } from '@backstage/errors';
import type { RepositoryFile } from './RepositoryFile';

const MODULE_SOURCE =
  /^\s*source\s*=\s*"(?:\.\.\/)+(?:modules\/)?([a-z0-9-]+)"/gm;

/** Names of the modules that Terraform files call by a relative source. */
export function moduleSources(files: RepositoryFile[]): string[] {
  const names = files
    .filter(file => file.path.endsWith('.tf'))
    .flatMap(file => [...file.content.toString('utf8').matchAll(MODULE_SOURCE)])
    .map(match => match[1]);
  return [...new Set(names)].sort();
}

/**
 * The modules that roots need, with those that the modules themselves call.
 *
 * @param modules - files below `terraform/modules`, the module's name first
 */
export function neededModules(
  roots: RepositoryFile[],
  modules: RepositoryFile[],
): Set<string> {
  const needed = new Set<string>();
  const queue = moduleSources(roots);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (needed.has(name)) {
      continue;
    }
    const own = modules.filter(file => file.path.startsWith(`${name}/`));
    if (own.length === 0) {
      throw new InputError(
        `The templates have no Terraform module ${name}, which a stack calls; update the templates or take the call out`,
      );
    }
    needed.add(name);
    queue.push(...moduleSources(own));
  }
  return needed;
}
