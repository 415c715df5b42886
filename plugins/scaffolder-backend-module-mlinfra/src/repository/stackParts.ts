import { InputError } from '@backstage/errors';
import type { TemplateContext } from 'nunjitsu';
import type { ChosenStack } from '../request/RepositoryRequest';
import { renderTemplates } from './renderTemplates';
import type { RepositoryFile } from './RepositoryFile';

/** What a stack says of itself in the documents of a repository. */
export const STACK_PARTS = [
  'architecture',
  'cost',
  'deploying',
  'operations',
  'quickstart',
  'security',
  'troubleshooting',
] as const;

/** Name of a part: `templates/repository/stacks/<stack>/<part>.md.njk`. */
export type StackPart = (typeof STACK_PARTS)[number];

/**
 * The parts of one stack, rendered with the values of the repository and
 * `stack`: its id, title and inputs.
 *
 * @param files - the templates' content, paths from their folder
 */
export function renderStackParts(
  files: RepositoryFile[],
  { definition, inputs }: ChosenStack,
  values: { [key: string]: unknown },
): Record<StackPart, string> {
  const { id, title, description } = definition;
  const folder = `repository/stacks/${id}`;
  const context = { ...values, stack: { id, title, description, inputs } };
  const rendered = renderTemplates(
    files.filter(file => file.path.startsWith(`${folder}/`)),
    context as TemplateContext,
  );
  const textOf = (part: StackPart) => {
    const file = rendered.find(({ path }) => path === `${folder}/${part}.md`);
    if (!file) {
      throw new InputError(
        `The templates have no ${folder}/${part}.md.njk, and so nothing on the ${part} of the stack ${id}; add the file`,
      );
    }
    return file.content.toString('utf8');
  };
  return Object.fromEntries(
    STACK_PARTS.map(part => [part, textOf(part)]),
  ) as Record<StackPart, string>;
}
