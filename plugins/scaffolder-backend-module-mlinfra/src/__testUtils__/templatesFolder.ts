import { resolvePackagePath } from '@backstage/backend-plugin-api';

/** The templates of this repository, which the tests run as they are. */
export const TEMPLATES_FOLDER = resolvePackagePath(
  '@mlinfra/plugin-scaffolder-backend-module-mlinfra',
  '../../templates',
);
