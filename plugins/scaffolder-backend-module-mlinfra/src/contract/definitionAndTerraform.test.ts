import {
  bootstrapVariables,
  environmentTargetsSchema,
  INTERFACE_ENDPOINTS,
  REPOSITORY_VARIABLES,
  repositoryIdentitySchema,
  STACK_DEFINITIONS,
  STACK_ENVIRONMENTS,
} from '@mlinfra/plugin-mlinfra-common';
import path from 'node:path';
import { z } from 'zod';
import { moduleSources, neededModules } from '../repository/moduleSources';
import { readFolder } from '../repository/readFolder';
import { TEMPLATES_FOLDER } from '../__testUtils__/templatesFolder';
import { churnContract } from './terraform/churn';
import { compressionPipelineContract } from './terraform/compressionPipeline';
import { inferenceApiContract } from './terraform/inferenceApi';
import { platformBaselineContract } from './terraform/platformBaseline';
import { predictorContract } from './terraform/predictor';
import {
  terraformVariables,
  type TerraformVariable,
} from '../__testUtils__/terraformVariables';

const OPTIONS = { io: 'input', unrepresentable: 'any' } as const;
const identity = repositoryIdentitySchema.parse({
  name: 'bird-calls',
  owner: 'group:default/audio',
  team: 'audio',
});
const target = { accountId: '123456789012', region: 'eu-central-1' };
const targets = environmentTargetsSchema.parse({ dev: target, prod: target });
const templateVersion = '1.2.3';

const CONTRACTS = [
  inferenceApiContract,
  compressionPipelineContract,
  churnContract,
  predictorContract,
  platformBaselineContract,
];

describe.each(CONTRACTS)(
  'C10 definition and Terraform of $id',
  ({ id, leftToTerraform, sharedDefaults, objects, limited, chosen }) => {
    const definition = STACK_DEFINITIONS[id];
    let variables: Record<string, TerraformVariable>;

    const writtenVariables = (environment: 'dev' | 'prod') =>
      definition.variables({
        identity,
        targets,
        environment,
        inputs: definition.inputs.parse({}),
        templateVersion,
      });

    beforeAll(async () => {
      variables = await terraformVariables(`stacks/${id}`);
    });

    it.each(STACK_ENVIRONMENTS)(
      'write every variable in %s that Terraform declares, and no other',
      environment => {
        expect(
          [
            ...Object.keys(writtenVariables(environment)),
            ...leftToTerraform,
            ...REPOSITORY_VARIABLES.filter(name => name in variables),
          ].sort(),
        ).toEqual(Object.keys(variables).sort());
      },
    );

    it('leave only variables to Terraform that have a default there', () => {
      expect(
        leftToTerraform.filter(name => !variables[name].hasDefault),
      ).toEqual([]);
    });

    it('agree on the defaults that hold in every environment', () => {
      const [dev, prod] = STACK_ENVIRONMENTS.map(writtenVariables);
      const shared = Object.keys(dev).filter(
        name =>
          variables[name].hasDefault &&
          JSON.stringify(dev[name]) === JSON.stringify(prod[name]) &&
          !objects.includes(name),
      );
      expect(shared).toEqual(expect.arrayContaining(sharedDefaults));
      for (const name of shared) {
        expect({ [name]: withoutNulls(dev[name]) }).toEqual({
          [name]: variables[name].default,
        });
      }
    });

    it('agree on the defaults that stand in the types of objects', () => {
      for (const name of objects) {
        const inType = Object.fromEntries(
          [
            ...variables[name].type.matchAll(
              /(\w+)\s*=\s*optional\(\w+,\s*([^)]+)\)/g,
            ),
          ].map(([, key, text]) => [key, JSON.parse(text)]),
        );
        expect(writtenVariables('dev')[name]).toEqual(inType);
      }
    });

    it('agree on the limits of whole numbers', () => {
      const limits = jsonSchemaOf(definition.inputs);
      const compared: string[] = [];
      for (const [name, { conditions }] of Object.entries(variables)) {
        const range = rangeOf(name, conditions);
        const own = limits[camelCase(name)];
        if (range?.minimum === undefined || own?.minimum === undefined) {
          continue;
        }
        compared.push(name);
        expect([name, own.minimum]).toEqual([name, range.minimum]);
        expect([name, own.maximum]).toEqual([
          name,
          range.maximum ?? own.maximum,
        ]);
      }
      expect(compared.sort()).toEqual(limited);
    });

    it.each(chosen)('agree on the choices of %s', field => {
      const own = findEnum(z.toJSONSchema(definition.inputs, OPTIONS), field);
      const conditions = Object.values(variables).flatMap(v => v.conditions);
      const lists = conditions.flatMap(condition => {
        const match = /contains\((\["[^\]]+\]), /.exec(condition);
        return match ? [JSON.parse(match[1]) as string[]] : [];
      });
      expect(lists).toContainEqual(own);
    });
  },
);

describe('C10 definition and Terraform of a network', () => {
  it('B9 agree on the endpoints that the prices are made of', async () => {
    const { interface_services: services } = await terraformVariables(
      'modules/network',
    );
    expect(services.default).toEqual(INTERFACE_ENDPOINTS);
  });
});

describe('C2 definition and Terraform of bootstrap', () => {
  it.each(STACK_ENVIRONMENTS)(
    'know the same variables in %s',
    async environment => {
      const variables = await terraformVariables('bootstrap');
      expect(
        Object.keys(
          bootstrapVariables({
            identity,
            environment,
            target: targets[environment]!,
            templateVersion,
          }),
        ).sort(),
      ).toEqual(Object.keys(variables).sort());
    },
  );
});

describe('modules of a stack', () => {
  const read = (folder: string) =>
    readFolder(path.join(TEMPLATES_FOLDER, 'terraform', folder));

  it.each(Object.values(STACK_DEFINITIONS))(
    'C10 $id: the definition lists those that its root calls',
    async definition => {
      const root = await read(`stacks/${definition.id}`);
      const needed = neededModules(root, await read('modules'));
      expect([...needed].sort()).toEqual(definition.modules);
    },
  );

  it('C2 bootstrap calls modules that exist', async () => {
    const modules = await read('modules');
    for (const name of moduleSources(await read('bootstrap'))) {
      expect(modules.some(file => file.path.startsWith(`${name}/`))).toBe(true);
    }
  });
});

type Limits = { minimum?: number; maximum?: number };

function jsonSchemaOf(schema: z.ZodType): Record<string, Limits> {
  return (z.toJSONSchema(schema, OPTIONS).properties ?? {}) as Record<
    string,
    Limits
  >;
}

function rangeOf(name: string, conditions: string[]): Limits | undefined {
  const number = (operator: string) => {
    const match = new RegExp(`var\\.${name} ${operator} (\\d+)`).exec(
      conditions.join(' '),
    );
    return match ? Number(match[1]) : undefined;
  };
  return { minimum: number('>='), maximum: number('<=') };
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

function findEnum(schema: unknown, field: string): unknown {
  let found: unknown;
  JSON.stringify(schema, (key, value) => {
    if (key === field && Array.isArray(value?.enum)) {
      found = value.enum;
    }
    return value;
  });
  return found;
}

// An attribute that is left out and one that is null are the same to Terraform.
function withoutNulls(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, part) =>
      part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(
            Object.entries(part).filter(([, inner]) => inner !== null),
          )
        : part,
    ),
  );
}
