// @ts-check
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's top folder. */
export const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);

/** What the commands fetch and make for themselves; safe to delete. */
export const cacheDirectory = path.join(root, '.mlinfra');

/** The Yarn release that is part of the repository. */
export const yarnRelease = path.join(root, '.yarn/releases/yarn-4.13.0.cjs');

/** Lets Node.js run TypeScript, by the transform that runs the backend. */
export const typescriptTransform = path.join(
  root,
  'node_modules/@backstage/cli-node/config/nodeTransform.cjs',
);
