import { InputError } from '@backstage/errors';
import { FOUNDATION } from '@mlinfra/plugin-mlinfra-common';
import type { RepositoryRequest } from '../request/RepositoryRequest';
import { catalogEntities } from './catalogEntities';
import { catalogInfoFile } from './catalogInfoFile';
import { manifestFile } from './manifestFile';
import { neededModules } from './moduleSources';
import { readFolder } from './readFolder';
import { renderTemplates } from './renderTemplates';
import { stackImages } from './stackImages';
import { renderStackParts } from './stackParts';
import { requirementsFile } from './requirementsFile';
import type { RepositoryFile } from './RepositoryFile';
import { templateValues } from './templateValues';
import { variableFiles } from './variableFiles';
import { verificationFile } from './verification/verificationFile';

/**
 * Puts a whole repository together in memory: nothing is written.
 *
 * @param contentFolder - folder of the templates
 */
export async function composeRepository(
  request: RepositoryRequest,
  options: { contentFolder: string; templateEntityRef: string | undefined },
): Promise<RepositoryFile[]> {
  const { stacks, host } = request;
  const rootIds = rootIdsOf(request);
  const content = await readContent(request, options.contentFolder);
  const templateVersion = readVersion(content);

  const below = (folder: string) =>
    content.filter(file => file.path.startsWith(`${folder}/`));
  const moved = (from: string, to: string) =>
    below(from).map(file => ({
      ...file,
      path: `${to}${file.path.slice(from.length + 1)}`,
    }));

  const roots = [
    ...required(below('terraform/bootstrap'), 'terraform/bootstrap'),
    ...rootIds.flatMap(id =>
      required(below(`terraform/stacks/${id}`), `terraform/stacks/${id}`),
    ),
  ];
  const modules = neededModules(roots, moved('terraform/modules', ''));
  const terraform = below('terraform').filter(file => {
    const [, area, item] = file.path.split('/');
    return area !== 'modules' || item === undefined || modules.has(item);
  });
  const services = stacks.flatMap(({ definition: { id } }) =>
    below(`services/${id}`),
  );
  const skeleton = overlaid(
    required(moved('repository', ''), 'repository'),
    host === 'gitlab' ? moved('repository-gitlab', '') : [],
  ).filter(
    file =>
      !file.path.startsWith('stacks/') &&
      (host !== 'gitlab' || !file.path.startsWith('.github/')),
  );

  const values = templateValues(request, templateVersion);
  const requirements = requirementsFile(request, { content, templateVersion });
  const rendered = renderTemplates([...skeleton, ...services], {
    ...values,
    hasRequirements: requirements.length > 0,
    stacks: stacks.map((stack, index) => ({
      ...values.stacks[index],
      images: stackImages(services, stack.definition.id),
      parts: renderStackParts(content, stack, values),
    })),
  });
  const apiDefinitions = new Map(
    rendered.flatMap(file => {
      const match = /^services\/([^/]+)\/openapi\.yaml$/.exec(file.path);
      return match ? [[match[1], file.content.toString('utf8')] as const] : [];
    }),
  );
  const files = [
    ...rendered,
    ...requirements,
    verificationFile(content, rootIds, templateVersion),
    ...terraform,
    ...variableFiles(request, templateVersion),
    catalogInfoFile(
      catalogEntities(request, { templateVersion, apiDefinitions }),
    ),
  ].map(withExecutableScripts);
  refuseDoubles(files);
  return [
    ...files,
    manifestFile(request, { ...options, templateVersion, files }),
  ];
}

// What the stacks share comes first, as it is deployed first.
function rootIdsOf({ stacks, foundation }: RepositoryRequest): string[] {
  return [
    ...(foundation ? [FOUNDATION] : []),
    ...stacks.map(({ definition }) => definition.id),
  ];
}

// Read are only the folders that this repository takes from.
async function readContent(
  request: RepositoryRequest,
  contentFolder: string,
): Promise<RepositoryFile[]> {
  const ids = rootIdsOf(request);
  const areas = [
    'VERSION',
    'terraform',
    'services',
    'repository',
    'verification',
  ].concat(request.host === 'gitlab' ? 'repository-gitlab' : []);
  return readFolder(contentFolder, {
    skip: path => {
      const [area, second, third] = path.split('/');
      if (!areas.includes(area)) {
        return true;
      }
      if (area === 'services') {
        return second !== undefined && !ids.includes(second);
      }
      if (area === 'verification' && second !== undefined) {
        return (
          second !== 'results' ||
          (third !== undefined && !ids.includes(third.replace(/\.json$/, '')))
        );
      }
      if (area === 'repository' && second === 'stacks') {
        return third !== undefined && !ids.includes(third);
      }
      if (area !== 'terraform' || third === undefined) {
        return false;
      }
      // Examples for people who read the templates; a repository has its own.
      return (
        second === 'environments' ||
        (second === 'stacks' && !ids.includes(third))
      );
    },
  });
}

/** The version of the templates in a folder. */
export async function readTemplateVersion(
  contentFolder: string,
): Promise<string> {
  return readVersion(
    await readFolder(contentFolder, { skip: path => path !== 'VERSION' }),
  );
}

function readVersion(content: RepositoryFile[]): string {
  const version = content
    .find(file => file.path === 'VERSION')
    ?.content.toString('utf8')
    .trim();
  if (!version || !/^\d+\.\d+\.\d+([+-][0-9A-Za-z.+-]+)?$/.test(version)) {
    throw new InputError(
      `The templates' file VERSION must hold a version such as 1.4.0 and holds ${JSON.stringify(
        version ?? null,
      )}`,
    );
  }
  return version;
}

function required(files: RepositoryFile[], folder: string): RepositoryFile[] {
  if (files.length === 0) {
    throw new InputError(
      `The templates have no folder ${folder}; the template file must lie beside it`,
    );
  }
  return files;
}

function overlaid(
  base: RepositoryFile[],
  top: RepositoryFile[],
): RepositoryFile[] {
  const covered = new Set(top.map(file => file.path));
  return [...base.filter(file => !covered.has(file.path)), ...top];
}

// Uploads and archives can lose the mode of a file.
function withExecutableScripts(file: RepositoryFile): RepositoryFile {
  return /^scripts\/[^/]+\.sh$/.test(file.path)
    ? { ...file, executable: true }
    : file;
}

function refuseDoubles(files: RepositoryFile[]): void {
  const seen = new Set<string>();
  for (const { path } of files) {
    if (seen.has(path)) {
      throw new InputError(
        `The templates give the file ${path} twice; take one of them out`,
      );
    }
    seen.add(path);
  }
}
