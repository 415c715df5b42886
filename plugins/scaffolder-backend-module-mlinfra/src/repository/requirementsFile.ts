import { InputError } from '@backstage/errors';
import {
  chosenEnvironments,
  type TerraformVariables,
} from '@mlinfra/plugin-mlinfra-common';
import type {
  ChosenStack,
  RepositoryRequest,
} from '../request/RepositoryRequest';
import { textFile, type RepositoryFile } from './RepositoryFile';
import { readRequirements, type Requirement } from './requirementEntries';

/** Where a repository says by what each requirement is met. */
export const REQUIREMENTS_PATH = 'docs/requirements.md';

const INTRODUCTION = `# Requirements

What is asked of the infrastructure, which module answers to it, and at which addresses the resources are in Terraform's state. It was
written from what was chosen when the repository was made; a setting that is changed later changes the answer, and Terraform knows the one of today.
`;

/**
 * `docs/requirements.md`: requirement, module and addresses of the resources,
 * for what was chosen in each environment. Nothing where no stack of the
 * repository has a `requirements.json`.
 *
 * @param content - the templates' files
 */
export function requirementsFile(
  request: RepositoryRequest,
  options: { content: RepositoryFile[]; templateVersion: string },
): RepositoryFile[] {
  const sections = request.stacks.flatMap(stack => {
    const { id } = stack.definition;
    const path = `terraform/stacks/${id}/requirements.json`;
    const file = options.content.find(found => found.path === path);
    return file
      ? [section(stack, readRequirements(file), request, options)]
      : [];
  });
  return sections.length === 0
    ? []
    : [textFile(REQUIREMENTS_PATH, `${INTRODUCTION}\n${sections.join('\n')}`)];
}

function section(
  stack: ChosenStack,
  entries: Requirement[],
  request: RepositoryRequest,
  { templateVersion }: { templateVersion: string },
): string {
  const { id, title } = stack.definition;
  const environments = chosenEnvironments(request.targets).map(
    ({ environment }) => ({
      name: environment as string,
      variables: stack.definition.variables({
        ...request,
        environment,
        inputs: stack.inputs,
        templateVersion,
      }),
    }),
  );
  const rows = entries.map(entry => ({
    ...entry,
    environments: environments
      .filter(({ variables }) => holds(entry, choicesOf(variables), id))
      .map(({ name }) => name),
  }));
  const met = rows.filter(row => row.environments.length > 0);
  const unmet = [...new Set(rows.map(row => row.id))].flatMap(requirement => {
    const missing = environments
      .map(({ name }) => name)
      .filter(
        name =>
          !met.some(
            row => row.id === requirement && row.environments.includes(name),
          ),
      );
    return missing.length > 0
      ? [`- ${requirement} in ${missing.join(' and ')}`]
      : [];
  });
  return [
    `## ${title}`,
    '',
    '| id | requirement | environment | module | resources |',
    '|---|---|---|---|---|',
    ...met.map(row =>
      [
        '',
        row.id,
        row.requirement,
        row.environments.join(', '),
        row.module === 'stack'
          ? `\`stacks/${id}\``
          : `\`modules/${row.module}\``,
        row.addresses.map(address => `\`${address}\``).join('<br>'),
        '',
      ]
        .join(' | ')
        .trim(),
    ),
    '',
    ...(unmet.length > 0
      ? [
          'Nothing of these environments answers to these: what would was not chosen, or the account has it already.',
          '',
          ...unmet,
          '',
        ]
      : []),
    'The list of today, for the environment that was initialised last:',
    '',
    '```bash',
    `terraform -chdir=terraform/stacks/${id} output -json requirements`,
    '```',
    '',
  ].join('\n');
}

/** What entries may depend on: variables, and what a variable says in other words. */
function choicesOf(variables: TerraformVariables): Record<string, unknown> {
  return {
    network_source: 'own',
    ...variables,
    budget: variables.monthly_budget_usd !== null,
  };
}

function holds(
  { when }: Requirement,
  choices: Record<string, unknown>,
  stack: string,
): boolean {
  return Object.entries(when).every(([choice, values]) => {
    if (choices[choice] === undefined) {
      throw new InputError(
        `terraform/stacks/${stack}/requirements.json depends on ${choice}, which the stack's definition does not write; take it out, or write the variable`,
      );
    }
    return values.includes(choices[choice] as string | boolean);
  });
}
