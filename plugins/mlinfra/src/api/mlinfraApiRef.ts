import { createApiRef } from '@backstage/core-plugin-api';
import type { MlinfraApi } from '@mlinfra/plugin-mlinfra-common';

/** The mlinfra backend, as components see it. @public */
export const mlinfraApiRef = createApiRef<MlinfraApi>({
  id: 'plugin.mlinfra.api',
});
