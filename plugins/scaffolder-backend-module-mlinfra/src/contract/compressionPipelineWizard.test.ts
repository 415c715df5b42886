import {
  AVAILABILITY_ZONE_PATTERN,
  COMPRESSION_STEPS,
  compressionPipelineInputsSchema,
  CORS_ORIGIN_PATTERN,
  environmentTargetsSchema,
  FARGATE_SIZES,
  fargateMemory,
  idleNetworkUsdPerMonth,
  JWT_ISSUER_PATTERN,
  NETWORK_MODES,
  repositoryIdentitySchema,
  STACK_ENVIRONMENTS,
} from '@mlinfra/plugin-mlinfra-common';
import {
  at,
  describeWizardContract,
  schemaOf,
} from '../__testUtils__/wizardContract';
import {
  readWizard,
  wizardFields,
  type WizardField,
} from '../__testUtils__/wizardFields';

const identity = schemaOf(repositoryIdentitySchema);
const targets = schemaOf(environmentTargetsSchema);
const inputs = schemaOf(compressionPipelineInputsSchema);
const defaults = compressionPipelineInputsSchema.parse({});

// Inputs that each environment has for itself, one field of the form for each.
const PER_ENVIRONMENT = [
  'networkMode',
  'vpcCidr',
  'availabilityZones',
  'useSpot',
  'corsAllowedOrigins',
  'uploadExpirationDays',
  'runExpirationDays',
  'jobRetentionDays',
  'logRetentionDays',
  'customerManagedKey',
] as const;

const fieldOf = (environment: string, input: string) =>
  `${environment}${input[0].toUpperCase()}${input.slice(1)}`;

const perEnvironment = PER_ENVIRONMENT.flatMap(input =>
  STACK_ENVIRONMENTS.map(environment => ({
    field: fieldOf(environment, input),
    limits: at(inputs, `${input}.${environment}`),
    default: defaults[input][environment],
  })),
);

const LIMITS: Record<string, WizardField> = {
  name: at(identity, 'name'),
  description: at(identity, 'description'),
  team: at(identity, 'name'),
  alertEmails: at(identity, 'alertEmails'),
  dev: at(targets, 'dev'),
  prod: at(targets, 'prod'),
  devMonthlyBudgetUsd: at(targets, 'dev.monthlyBudgetUsd'),
  prodMonthlyBudgetUsd: at(targets, 'prod.monthlyBudgetUsd'),
  ...Object.fromEntries(
    perEnvironment.map(({ field, limits }) => [field, limits]),
  ),
  prodCorsAllowedOrigins: {
    ...at(inputs, 'corsAllowedOrigins.prod'),
    // Every website is refused in prod, so the form does not even take it.
    items: {
      type: 'string',
      pattern: CORS_ORIGIN_PATTERN.replace('\\*|', ''),
    },
  },
  ...Object.fromEntries(
    COMPRESSION_STEPS.map(step => [step, at(inputs, `steps.${step}`)]),
  ),
  ephemeralStorageGib: at(inputs, 'ephemeralStorageGib'),
  architecture: at(inputs, 'architecture'),
  authorizerType: at(inputs, 'authorizer.type'),
  jwtIssuer: { type: 'string', maxLength: 500, pattern: JWT_ISSUER_PATTERN },
  jwtAudience: at(inputs, 'authorizer.audience'),
  rateLimit: at(inputs, 'throttle.rateLimit'),
  burstLimit: at(inputs, 'throttle.burstLimit'),
  staticSite: at(inputs, 'staticSite'),
  permissionsBoundaryArn: at(inputs, 'permissionsBoundaryArn'),
};

describeWizardContract({
  template: 'compression-pipeline',
  limits: LIMITS,
  defaults: {
    alertEmails: [],
    devMonthlyBudgetUsd: 50,
    prodMonthlyBudgetUsd: 200,
    ...Object.fromEntries(
      perEnvironment.map(({ field, default: value }) => [field, value]),
    ),
    ...defaults.steps,
    ephemeralStorageGib: defaults.ephemeralStorageGib,
    architecture: defaults.architecture,
    authorizerType: defaults.authorizer.type,
    ...defaults.throttle,
    staticSite: defaults.staticSite,
  },
});

describe('wizard of compression-pipeline', () => {
  let fields: Record<string, WizardField>;

  beforeAll(async () => {
    fields = wizardFields(await readWizard('compression-pipeline'));
  });

  it.each(STACK_ENVIRONMENTS)(
    'B9 tells what each network of %s costs',
    environment => {
      const field = fields[fieldOf(environment, 'networkMode')];
      expect(field.enum).toEqual(NETWORK_MODES);
      NETWORK_MODES.forEach((mode, index) => {
        const usd = idleNetworkUsdPerMonth(mode);
        const shown = usd === 0 ? '0' : usd.toFixed(2);
        expect(field.enumNames?.[index]).toContain(`(${shown} USD a month)`);
      });
    },
  );

  it.each(COMPRESSION_STEPS)(
    'B2 takes for %s exactly the memory that Fargate runs',
    step => {
      const rules = fields[step].allOf ?? [];
      expect(rules.map(rule => rule.if?.properties?.cpu.const)).toEqual(
        FARGATE_SIZES.map(size => size.cpu),
      );
      for (const { if: when, then } of rules) {
        const cpu = Number(when?.properties?.cpu.const);
        const {
          enum: listed,
          minimum = 0,
          maximum = 0,
          multipleOf = 1,
        } = then!.properties!.memory;
        const count = Math.floor((maximum - minimum) / multipleOf) + 1;
        expect(
          listed ??
            Array.from({ length: count }, (_, i) => minimum + i * multipleOf),
        ).toEqual(fargateMemory(cpu));
        // What is a multiple but lies between two sizes would slip through otherwise.
        expect(minimum % multipleOf).toBe(0);
      }
    },
  );

  it('B1 wants issuer and audience where tokens open the API', async () => {
    const page = JSON.stringify(
      (await readWizard('compression-pipeline')).spec.parameters,
    );
    expect(page).toContain('"required":["jwtIssuer","jwtAudience"]');
    expect(fields.jwtAudience.minItems).toBe(1);
  });

  it('B9 takes zones by name', () => {
    expect(fields.devAvailabilityZones.items?.pattern).toBe(
      AVAILABILITY_ZONE_PATTERN,
    );
  });
});
