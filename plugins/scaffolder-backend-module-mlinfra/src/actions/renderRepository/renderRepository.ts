import { promises as fs } from 'node:fs';
import {
  resolveSafeChildPath,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  chosenEnvironments,
  componentEntityRef,
  stateBucketName,
} from '@mlinfra/plugin-mlinfra-common';
import { catalogEntityRefs } from '../../repository/catalogEntities';
import { composeRepository } from '../../repository/composeRepository';
import { openTemplateContent } from '../../repository/templateContent';
import { writeFiles } from '../../repository/writeFiles';
import {
  findForbiddenTargets,
  readAllowedAccounts,
} from '../../request/allowedAccounts';
import { findForeignOwner } from '../../request/callerOwnership';
import { throwFieldErrors } from '../../request/fieldErrors';
import { findCatalogConflicts } from '../../request/findCatalogConflicts';
import { readRepositoryRequest } from '../../request/readRepositoryRequest';
import { examples } from './renderRepository.examples';
import { inputSchema, outputSchema } from './renderRepository.schema';

/**
 * Action that writes a team's whole repository into the workspace.
 *
 * Everything is validated, and put together in memory, before the first file
 * is written; a failure leaves the workspace as it was.
 *
 * @public
 */
export function createRenderRepositoryAction(options: {
  catalog: CatalogService;
  config: Config;
  reader: UrlReaderService;
  integrations: ScmIntegrations;
}) {
  const { catalog, config, reader, integrations } = options;
  return createTemplateAction({
    id: 'mlinfra:repository:render',
    description:
      'Writes a repository with Terraform, starter services, CI, documentation and catalog entities for the chosen stacks. Refuses wrong input before anything is written.',
    examples,
    supportsDryRun: true,
    schema: { input: inputSchema, output: outputSchema },
    async handler(ctx) {
      const request = readRepositoryRequest(ctx.input);
      const { identity, targets } = request;
      const accounts = readAllowedAccounts(config);
      throwFieldErrors('The repository was not written', [
        ...findForbiddenTargets(request, accounts),
        ...findForeignOwner(request, accounts, ctx.user),
        ...(await findCatalogConflicts({
          owner: identity.owner,
          entityRefs: catalogEntityRefs(request),
          catalog,
          credentials: await ctx.getInitiatorCredentials(),
        })),
      ]);
      const folder = resolveSafeChildPath(
        ctx.workspacePath,
        ctx.input.targetPath ?? '.',
      );

      const contentFolder = await openTemplateContent({
        baseUrl: ctx.templateInfo?.baseUrl,
        reader,
        integrations,
        createTemporaryDirectory: () => ctx.createTemporaryDirectory(),
      });
      const files = await composeRepository(request, {
        contentFolder,
        templateEntityRef: ctx.templateInfo?.entityRef,
      });
      await fs.mkdir(folder, { recursive: true });
      await writeFiles(folder, files);

      const stateBuckets = Object.fromEntries(
        chosenEnvironments(targets).map(({ environment, target }) => [
          environment,
          stateBucketName({
            team: identity.team,
            name: identity.name,
            environment,
            accountId: target.accountId,
          }),
        ]),
      );
      ctx.logger.info(
        `Wrote ${files.length} files of ${identity.name} for ${
          identity.owner
        }: ${request.stacks
          .map(({ definition }) => definition.title)
          .join(', ')} in ${Object.keys(stateBuckets).join(' and ')}`,
      );
      ctx.output('entityRef', componentEntityRef(identity.name));
      ctx.output('name', identity.name);
      ctx.output('team', identity.team);
      ctx.output('owner', identity.owner);
      ctx.output('files', files.length);
      ctx.output('stateBuckets', stateBuckets);
    },
  });
}
