import { ApiBlueprint, fetchApiRef } from '@backstage/frontend-plugin-api';
import { MlinfraClient } from '@mlinfra/plugin-mlinfra-common';
import { mlinfraApiRef } from '../api/mlinfraApiRef';

/** `api:mlinfra` @alpha */
export const mlinfraApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: mlinfraApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new MlinfraClient({ fetchApi }),
    }),
});
