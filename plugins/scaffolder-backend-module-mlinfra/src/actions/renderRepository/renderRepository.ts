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
  STACK_DEFINITIONS,
  type StackId,
} from '@mlinfra/plugin-mlinfra-common';
import { composeAddition, readAddition } from '../../addition/addStacks';
import { openExistingRepository } from '../../addition/openExistingRepository';
import { catalogEntityRefs } from '../../repository/catalogEntities';
import { composeRepository } from '../../repository/composeRepository';
import type { RepositoryFile } from '../../repository/RepositoryFile';
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
import { repositoryOutputs } from './repositoryOutputs';

/**
 * Action that writes a team's whole repository into the workspace, or what
 * adding stacks changes in one that is there.
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
      'Writes a repository with Terraform, starter services, CI, documentation and catalog entities for the chosen stacks, or adds stacks to such a repository. Refuses wrong input before anything is written.',
    examples,
    supportsDryRun: true,
    schema: { input: inputSchema, output: outputSchema },
    async handler(ctx) {
      const { addTo } = ctx.input;
      const credentials = await ctx.getInitiatorCredentials();
      const createTemporaryDirectory = () => ctx.createTemporaryDirectory();
      const existing = addTo
        ? await openExistingRepository(addTo, {
            catalog,
            credentials,
            caller: ctx.user,
            config,
            reader,
            integrations,
            createTemporaryDirectory,
          })
        : undefined;
      const addition =
        existing &&
        (await readAddition(
          existing.repository,
          existing.owner,
          ctx.input.stacks,
        ));
      const request = addition?.after ?? readRepositoryRequest(ctx.input);
      const { identity } = request;
      const accounts = readAllowedAccounts(config);
      throwFieldErrors(
        addition ? 'Nothing was added' : 'The repository was not written',
        [
          ...findForbiddenTargets(request, accounts),
          ...findForeignOwner(request, accounts, ctx.user),
          ...(await findCatalogConflicts({
            owner: identity.owner,
            entityRefs: addition?.newEntityRefs ?? catalogEntityRefs(request),
            catalog,
            credentials,
          })),
        ],
      );
      const content = {
        contentFolder: await openTemplateContent({
          baseUrl: ctx.templateInfo?.baseUrl,
          reader,
          integrations,
          createTemporaryDirectory,
        }),
        templateEntityRef: ctx.templateInfo?.entityRef,
      };
      const files =
        existing && addition
          ? await composeAddition(existing.repository, addition, content)
          : await composeRepository(request, content);
      const written: Array<[string, RepositoryFile[]]> = [
        [ctx.input.targetPath ?? '.', files],
      ];
      if (existing && ctx.input.wholePath) {
        const changed = new Set(files.map(file => file.path));
        const kept = (await existing.repository.files()).filter(
          file => !changed.has(file.path),
        );
        written.push([ctx.input.wholePath, [...kept, ...files]]);
      }
      for (const [target, wanted] of written) {
        const folder = resolveSafeChildPath(ctx.workspacePath, target);
        await fs.mkdir(folder, { recursive: true });
        await writeFiles(folder, wanted);
      }
      const stacks =
        addition?.newStacks ?? request.stacks.map(s => s.definition.id);
      ctx.logger.info(
        `Wrote ${files.length} files of ${identity.name} for ${
          identity.owner
        }: ${stacks
          .map(id => STACK_DEFINITIONS[id as StackId].title)
          .join(', ')}${addition ? ', added to what is there' : ''}`,
      );
      const outputs = repositoryOutputs(request, existing?.repository, stacks);
      ctx.output('files', files.length);
      Object.entries(outputs).forEach(([name, value]) =>
        ctx.output(name as keyof typeof outputs, value as never),
      );
    },
  });
}
