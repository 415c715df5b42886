import type { ApiRouter } from '@backstage/backend-openapi-utils';
import type { spec } from '../schema/openapi';

/** A router whose handlers are held against the API's description by the compiler. */
export type MlinfraRouter = ApiRouter<typeof spec>;
