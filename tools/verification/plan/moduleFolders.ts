import path from 'node:path';
import type { ConfiguredModule } from './PlanJson';

/** `module.a["x"].module.b[0]` as `['a', 'b']`. */
export function moduleNames(moduleAddress: string): string[] {
  return [...moduleAddress.matchAll(/module\.([A-Za-z0-9_-]+)/g)].map(
    match => match[1],
  );
}

/**
 * Folder of a module instance below `terraform`.
 *
 * @param rootFolder - for example `stacks/inference-api`
 */
export function moduleFolder(
  root: ConfiguredModule,
  rootFolder: string,
  moduleAddress: string,
): string {
  let module = root;
  let folder = rootFolder;
  for (const name of moduleNames(moduleAddress)) {
    const call = module.module_calls?.[name];
    if (!call) {
      throw new Error(
        `The plan has ${moduleAddress} and its configuration calls no module ${name}`,
      );
    }
    folder = path.posix.join(folder, call.source);
    module = call.module;
  }
  return folder;
}
