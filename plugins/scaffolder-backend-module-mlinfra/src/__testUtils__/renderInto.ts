import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';
import path from 'node:path';
import { createRenderRepositoryAction } from '../actions/renderRepository/renderRepository';
import { catalogForTests } from './catalogForTests';
import { TEMPLATES_FOLDER } from './templatesFolder';

const TEMPLATE_FILE = path.join(TEMPLATES_FOLDER, 'inference-api.yaml');

/** Runs the render action on this repository's templates; resolves to its output. */
export async function renderInto(
  workspacePath: string,
  input: JsonObject,
  options: {
    accounts?: JsonObject[];
    baseUrl?: string;
    user?: { ref: string };
    /** Folder of local repositories. */
    repositories?: string;
    /** Entities of the catalog beside those that are always there. */
    entities?: Entity[];
  } = {},
): Promise<JsonObject> {
  const config = new ConfigReader({
    mlinfra: {
      ...(options.accounts ? { accounts: options.accounts } : {}),
      ...(options.repositories
        ? { repositories: { directory: options.repositories } }
        : {}),
    },
  });
  const action = createRenderRepositoryAction({
    catalog: catalogForTests(options.entities),
    config,
    reader: mockServices.urlReader.mock(),
    integrations: ScmIntegrations.fromConfig(config),
  });
  const context = createMockActionContext({
    input,
    workspacePath,
    user: options.user,
    templateInfo: {
      entityRef: 'template:default/ml-inference-api',
      baseUrl: options.baseUrl ?? `file://${TEMPLATE_FILE}`,
    },
  });
  await action.handler(context as never);
  return Object.fromEntries((context.output as jest.Mock).mock.calls);
}
