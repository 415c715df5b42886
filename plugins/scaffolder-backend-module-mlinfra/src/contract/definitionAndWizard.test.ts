import {
  CORS_ORIGIN_PATTERN,
  environmentTargetsSchema,
  inferenceApiInputsSchema,
  MODEL_KEY_PATTERN,
  BUCKET_NAME_PATTERN,
  repositoryIdentitySchema,
} from '@mlinfra/plugin-mlinfra-common';
import { z } from 'zod';
import {
  readWizard,
  wizardFields,
  type WizardField,
} from '../__testUtils__/wizardFields';

const OPTIONS = { io: 'input', unrepresentable: 'any' } as const;
const identity = schemaOf(repositoryIdentitySchema);
const targets = schemaOf(environmentTargetsSchema);
const inputs = schemaOf(inferenceApiInputsSchema);
const defaults = inferenceApiInputsSchema.parse({});

// Which part of a definition each field of the wizard stands for.
const LIMITS: Record<string, WizardField> = {
  name: at(identity, 'name'),
  description: at(identity, 'description'),
  team: at(identity, 'name'),
  alertEmails: at(identity, 'alertEmails'),
  dev: at(targets, 'dev'),
  prod: at(targets, 'prod'),
  devMonthlyBudgetUsd: at(targets, 'dev.monthlyBudgetUsd'),
  prodMonthlyBudgetUsd: at(targets, 'prod.monthlyBudgetUsd'),
  devCorsAllowedOrigins: at(inputs, 'corsAllowedOrigins.dev'),
  prodCorsAllowedOrigins: {
    ...at(inputs, 'corsAllowedOrigins.prod'),
    // Every website is refused in prod, so the form does not even take it.
    items: {
      type: 'string',
      pattern: CORS_ORIGIN_PATTERN.replace('\\*|', ''),
    },
  },
  devApiKeyRequired: at(inputs, 'apiKeyRequired.dev'),
  prodApiKeyRequired: at(inputs, 'apiKeyRequired.prod'),
  rateLimit: at(inputs, 'usagePlan.rateLimit'),
  burstLimit: at(inputs, 'usagePlan.burstLimit'),
  quotaLimit: at(inputs, 'usagePlan.quotaLimit'),
  quotaPeriod: at(inputs, 'usagePlan.quotaPeriod'),
  apiGatewayLogging: at(inputs, 'apiGatewayLogging'),
  memoryMb: at(inputs, 'memoryMb'),
  timeoutSeconds: at(inputs, 'timeoutSeconds'),
  ephemeralStorageMb: at(inputs, 'ephemeralStorageMb'),
  architecture: at(inputs, 'architecture'),
  devReservedConcurrency: notNull(at(inputs, 'reservedConcurrency.dev')),
  prodReservedConcurrency: notNull(at(inputs, 'reservedConcurrency.prod')),
  modelS3Bucket: { type: 'string', pattern: BUCKET_NAME_PATTERN },
  modelS3Key: { type: 'string', pattern: MODEL_KEY_PATTERN },
  logLevel: at(inputs, 'inferenceSettings.logLevel'),
};

const DEFAULTS: Record<string, unknown> = {
  alertEmails: [],
  devMonthlyBudgetUsd: 50,
  prodMonthlyBudgetUsd: 200,
  devCorsAllowedOrigins: defaults.corsAllowedOrigins.dev,
  prodCorsAllowedOrigins: defaults.corsAllowedOrigins.prod,
  devApiKeyRequired: defaults.apiKeyRequired.dev,
  prodApiKeyRequired: defaults.apiKeyRequired.prod,
  ...defaults.usagePlan,
  apiGatewayLogging: defaults.apiGatewayLogging,
  memoryMb: defaults.memoryMb,
  timeoutSeconds: defaults.timeoutSeconds,
  ephemeralStorageMb: defaults.ephemeralStorageMb,
  architecture: defaults.architecture,
  prodReservedConcurrency: defaults.reservedConcurrency.prod,
  logLevel: defaults.inferenceSettings.logLevel,
};

// Fields that no definition knows: they choose what happens, not what is built.
const CHOICES = [
  'destination',
  'githubRepoUrl',
  'githubVisibility',
  'gitlabRepoUrl',
  'gitlabVisibility',
  'owner',
  'withProd',
];

describe('C10 definition and wizard of inference-api', () => {
  let fields: Record<string, WizardField>;
  let steps: string;

  beforeAll(async () => {
    const template = await readWizard('inference-api');
    fields = wizardFields(template);
    steps = JSON.stringify([template.spec.steps, template.spec.output]);
  });

  it('know the same fields', () => {
    expect(Object.keys(fields).sort()).toEqual(
      [...Object.keys(LIMITS), ...CHOICES].sort(),
    );
  });

  it.each(Object.keys(LIMITS))('agree on the limits of %s', name => {
    expect(limitsOf(fields[name])).toEqual(limitsOf(LIMITS[name]));
  });

  it.each(Object.keys(DEFAULTS))('agree on the default of %s', name => {
    expect(fields[name].default).toEqual(DEFAULTS[name]);
  });

  it('offer no default that the definition has not', () => {
    const known = [...Object.keys(DEFAULTS), ...CHOICES];
    expect(
      Object.keys(fields).filter(
        name => fields[name].default !== undefined && !known.includes(name),
      ),
    ).toEqual([]);
  });

  it('use every field in a step', () => {
    expect(
      Object.keys(fields).filter(name => !steps.includes(`parameters.${name}`)),
    ).toEqual([]);
  });

  it('explain and limit every field', () => {
    const all = Object.entries(fields).flatMap(([name, field]) => [
      [name, field] as const,
      ...Object.entries(field.properties ?? {}),
    ]);
    const unexplained = all.filter(
      ([, field]) => !field.title || !field.description || !isLimited(field),
    );
    expect(unexplained.map(([name]) => name)).toEqual([]);
  });
});

function isLimited(field: WizardField): boolean {
  return (
    field.type === 'boolean' ||
    field.properties !== undefined ||
    field.enum !== undefined ||
    field.pattern !== undefined ||
    field.minLength !== undefined ||
    (field.minimum !== undefined && field.maximum !== undefined) ||
    (field.items !== undefined &&
      field.maxItems !== undefined &&
      isLimited(field.items))
  );
}

function limitsOf(field: WizardField): WizardField {
  const { type, pattern, minimum, maximum, maxLength, maxItems } = field;
  return JSON.parse(
    JSON.stringify({
      type,
      // A regular expression's source escapes slashes, a schema does not.
      pattern: pattern?.replaceAll('\\/', '/'),
      minimum,
      maximum,
      maxLength,
      maxItems,
      enum: field.enum,
      items: field.items && limitsOf(field.items),
      properties:
        field.properties &&
        Object.fromEntries(
          Object.entries(field.properties)
            // A field of its own in the form, beside the account and region.
            .filter(([name]) => name !== 'monthlyBudgetUsd')
            .map(([name, property]) => [name, limitsOf(property)]),
        ),
    }),
  );
}

function schemaOf(schema: z.ZodType): WizardField {
  return z.toJSONSchema(schema, OPTIONS) as WizardField;
}

function at(schema: WizardField, dotted: string): WizardField {
  return dotted.split('.').reduce((field, key) => {
    const next = field.properties?.[key];
    if (!next) {
      throw new Error(`The definition has no ${dotted}`);
    }
    return next;
  }, schema);
}

function notNull(field: WizardField & { anyOf?: WizardField[] }): WizardField {
  return field.anyOf?.find(choice => choice.type !== 'null') ?? field;
}
