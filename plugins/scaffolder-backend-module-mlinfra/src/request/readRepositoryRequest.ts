import {
  environmentTargetsSchema,
  foundationInputsSchema,
  repositoryIdentitySchema,
  repositoryProblems,
  STACK_DEFINITIONS,
  STACK_IDS,
  teamOfOwner,
  type EnvironmentTargets,
} from '@mlinfra/plugin-mlinfra-common';
import { z } from 'zod';
import { throwFieldErrors, type FieldError } from './fieldErrors';
import { repoUrlSchema } from './hostedRepository';
import { parseFields } from './parseFields';
import {
  REPOSITORY_HOSTS,
  type ChosenStack,
  type RepositoryHost,
  type RepositoryRequest,
} from './RepositoryRequest';

/** The action's input before it is validated. */
export interface RepositoryInput {
  name?: unknown;
  owner?: unknown;
  team?: unknown;
  description?: unknown;
  alertEmails?: unknown;
  environments?: unknown;
  stacks?: unknown;
  foundation?: unknown;
  mainStack?: unknown;
  host?: unknown;
  repoUrl?: unknown;
}

const mainStackSchema = z.enum(STACK_IDS).optional();
const hostSchema = z.enum(REPOSITORY_HOSTS).default('local');
const stacksSchema = z
  .record(z.string(), z.unknown())
  .refine(stacks => Object.keys(stacks).length > 0, 'names no stack');

/**
 * Validates an action's input with the stacks' own definitions and fills in
 * their defaults.
 *
 * @throws InputError naming every field that is wrong
 */
export function readRepositoryRequest(
  input: RepositoryInput,
): RepositoryRequest {
  const identity = parseFields(repositoryIdentitySchema, {
    name: input.name,
    owner: input.owner,
    team: input.team || derivedTeam(input.owner),
    description: input.description,
    alertEmails: input.alertEmails,
  });
  const targets = parseFields(
    environmentTargetsSchema,
    withoutDisabled(input.environments),
    ['environments'],
  );
  const stacks = readStacks(withoutDisabled(input.stacks), targets.value);
  const foundation = parseFields(
    foundationInputsSchema.optional(),
    input.foundation,
    ['foundation'],
  );
  const mainStack = parseFields(mainStackSchema, input.mainStack, [
    'mainStack',
  ]);
  const host = parseFields(hostSchema, input.host, ['host']);
  const repoUrl = readRepoUrl(input.repoUrl, host.value);
  throwFieldErrors(
    'The repository was not written',
    [identity, targets, stacks, foundation, mainStack, host, repoUrl].flatMap(
      parsed => parsed.errors ?? [],
    ),
  );
  const request = {
    identity: identity.value!,
    targets: targets.value!,
    stacks: stacks.value!,
    ...sharedParts(stacks.value!, foundation.value, mainStack.value),
    host: host.value!,
    repoUrl: repoUrl.value,
  };
  throwFieldErrors(
    'The repository was not written',
    repositoryProblems(request).map(({ path, message }) => ({
      field: path.join('.'),
      message,
    })),
  );
  return request;
}

// A repository of one stack has it all to itself; of several, something must hold what is theirs together.
function sharedParts(
  stacks: ChosenStack[],
  foundation: RepositoryRequest['foundation'],
  mainStack: RepositoryRequest['mainStack'],
): Pick<RepositoryRequest, 'foundation' | 'mainStack'> {
  if (foundation || mainStack) {
    return { foundation, mainStack };
  }
  return stacks.length === 1
    ? { mainStack: stacks[0].definition.id }
    : { foundation: foundationInputsSchema.parse({}) };
}

function readRepoUrl(
  given: unknown,
  host: RepositoryHost | undefined,
): { value?: string; errors?: FieldError[] } {
  // The template says nothing by an empty text.
  if (given !== undefined && given !== '') {
    return parseFields(repoUrlSchema, given, ['repoUrl']);
  }
  return host === undefined || host === 'local'
    ? {}
    : {
        errors: [
          {
            field: 'repoUrl',
            message: `is missing: a repository on ${host} needs an owner and a name; give them as <host>?owner=…&repo=…`,
          },
        ],
      };
}

function derivedTeam(owner: unknown): string | undefined {
  return typeof owner === 'string' ? teamOfOwner(owner) : undefined;
}

// A template cannot leave an object out by a condition, but it can say `enabled: false`.
/** What is left of environments or stacks when those that are switched off are gone. */
export function withoutDisabled(parts: unknown): unknown {
  if (typeof parts !== 'object' || parts === null) {
    return parts;
  }
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, part]) => {
      if (typeof part !== 'object' || part === null) {
        return [[name, part]];
      }
      const { enabled = true, ...rest } = part as Record<string, unknown>;
      return enabled === false ? [] : [[name, rest]];
    }),
  );
}

function readStacks(
  input: unknown,
  targets: EnvironmentTargets | undefined,
): {
  value?: ChosenStack[];
  errors?: FieldError[];
} {
  const stacks = parseFields(stacksSchema, input, ['stacks']);
  if (stacks.errors) {
    return stacks;
  }
  const errors: FieldError[] = [];
  const value: ChosenStack[] = [];
  for (const [id, inputs] of Object.entries(stacks.value)) {
    const definition = Object.values(STACK_DEFINITIONS).find(d => d.id === id);
    if (!definition) {
      errors.push({
        field: `stacks.${id}`,
        message: `is no stack; known are ${Object.keys(STACK_DEFINITIONS).join(
          ', ',
        )}`,
      });
      continue;
    }
    const parsed = parseFields(definition.inputs, inputs ?? {}, ['stacks', id]);
    if (parsed.errors) {
      errors.push(...parsed.errors);
      continue;
    }
    value.push({ definition, inputs: parsed.value });
    const problems = targets
      ? definition.problems?.({ targets, inputs: parsed.value })
      : [];
    errors.push(
      ...(problems ?? []).map(problem => ({
        field: ['stacks', id, ...problem.path].join('.'),
        message: problem.message,
      })),
    );
  }
  return errors.length > 0 ? { errors } : { value };
}
