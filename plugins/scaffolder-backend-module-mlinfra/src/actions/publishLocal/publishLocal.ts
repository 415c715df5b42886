import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { commitAuthor } from '../../git/commitAuthor';
import { commitToBranch, refuseTakenBranch } from '../../git/commitToBranch';
import {
  createLocalRepository,
  localRepositoryFolder,
  refuseExistingRepository,
} from '../../git/createLocalRepository';
import { readRepositoryLocation } from '../../git/repositoryLocation';
import { durationToMilliseconds } from '@backstage/types';
import { awaitEntity } from './awaitEntity';
import { examples } from './publishLocal.examples';

// What git calls a commit that does not exist.
const NO_COMMIT = '0'.repeat(40);

/**
 * Action that makes a git repository of the workspace on the disk of the
 * portal, with the outputs of `publish:github`.
 *
 * @public
 */
export function createPublishLocalAction(options: {
  config: Config;
  catalog: CatalogService;
}) {
  const { config, catalog } = options;
  return createTemplateAction({
    id: 'mlinfra:publish:local',
    description:
      'Makes a git repository of the workspace in the folder that mlinfra.repositories.directory names, or a new branch of one that is there. Refuses a repository or branch that exists; leaves nothing half-made.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        owner: z =>
          z
            .string()
            .describe('Folder of the owner, for example the team')
            .optional(),
        name: z => z.string().describe('Name of the repository').optional(),
        repoUrl: z =>
          z
            .string()
            .describe('Owner and name together, as <host>?owner=…&repo=…')
            .optional(),
        defaultBranch: z =>
          z
            .string()
            .describe('Branch to commit to; main by default')
            .optional(),
        branch: z =>
          z
            .string()
            .regex(/^[a-z0-9][a-z0-9-]*$/)
            .describe(
              'New branch of an existing repository to commit the files to, on top of its default branch; without it, a new repository is made',
            )
            .optional(),
        baseCommit: z =>
          z
            .string()
            .describe(
              'With branch, the commit that the files were made for; refused when the default branch has moved on',
            )
            .optional(),
        gitCommitMessage: z =>
          z
            .string()
            .describe('Message of the commit; "Initial commit" by default')
            .optional(),
        sourcePath: z =>
          z
            .string()
            .describe('Folder to publish; the workspace by default')
            .optional(),
        awaitEntityRef: z =>
          z
            .string()
            .describe(
              'Entity of the repository; the action then ends when the catalog holds it, or after half a minute',
            )
            .optional(),
      },
      output: {
        remoteUrl: z => z.string().describe('Address of the repository'),
        repoContentsUrl: z => z.string().describe('Address of its content'),
        commitHash: z => z.string().describe('Hash of the commit'),
        path: z => z.string().describe('Folder of the repository on disk'),
      },
    },
    async handler(ctx) {
      const { input } = ctx;
      const location = readRepositoryLocation(input);
      const directory = readDirectory(config);
      const folder = localRepositoryFolder(directory, location);
      const branch = input.branch;
      if (ctx.isDryRun) {
        await (branch
          ? refuseTakenBranch(folder, branch)
          : refuseExistingRepository(directory, location));
      }
      const sourceFolder = resolveSafeChildPath(
        ctx.workspacePath,
        input.sourcePath ?? '.',
      );
      const commit = {
        sourceFolder,
        commitMessage: input.gitCommitMessage ?? 'Initial commit',
        author: commitAuthor(ctx.user),
        taskId: ctx.task.id,
      };
      const commitHash = ctx.isDryRun
        ? NO_COMMIT
        : await ctx.checkpoint({
            key: `mlinfra.publish.local.${location.owner}.${location.name}`,
            fn: async () => {
              if (branch) {
                return commitToBranch({
                  ...commit,
                  dir: folder,
                  branch,
                  baseCommit: neededBase(input.baseCommit),
                });
              }
              const { commitHash: first } = await createLocalRepository({
                ...commit,
                directory,
                location,
                defaultBranch: input.defaultBranch ?? 'main',
              });
              return first;
            },
          });
      ctx.logger.info(
        ctx.isDryRun
          ? `Dry run: the repository would be ${folder}`
          : `Made ${
              branch ? `the branch ${branch} of` : 'the repository'
            } ${folder}, commit ${commitHash}`,
      );
      if (input.awaitEntityRef && !ctx.isDryRun) {
        const entityRef = input.awaitEntityRef;
        const found = await awaitEntity({
          catalog,
          credentials: await ctx.getInitiatorCredentials(),
          entityRef,
          withinMs: readPatience(config),
          signal: ctx.signal,
        });
        ctx.logger.info(
          found
            ? `${entityRef} is in the catalog`
            : `${entityRef} is not in the catalog yet; its page appears when the catalog has read the repository`,
        );
      }
      const url = pathToFileURL(folder).toString();
      ctx.output('remoteUrl', url);
      ctx.output('repoContentsUrl', url);
      ctx.output('commitHash', commitHash);
      ctx.output('path', folder);
    },
  });
}

function neededBase(baseCommit: string | undefined): string {
  if (!baseCommit) {
    throw new InputError(
      'baseCommit: is missing; a branch needs the commit that its files were made for, which mlinfra:repository:render gives',
    );
  }
  return baseCommit;
}

function readDirectory(config: Config): string {
  const directory = config.getOptionalString('mlinfra.repositories.directory');
  if (!directory) {
    throw new InputError(
      'This portal has no place for local repositories: choose a git host, or have mlinfra.repositories.directory configured',
    );
  }
  return path.resolve(directory);
}

/** How long to wait for the catalog, in milliseconds. */
function readPatience(config: Config): number {
  const key = 'mlinfra.repositories.awaitCatalog';
  return config.has(key)
    ? durationToMilliseconds(readDurationFromConfig(config, { key }))
    : 30_000;
}
