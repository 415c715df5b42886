import {
  CORS_ORIGIN_PATTERN,
  environmentTargetsSchema,
  JWT_ISSUER_PATTERN,
  predictorInputsSchema,
  repositoryIdentitySchema,
  STACK_ENVIRONMENTS,
} from '@mlinfra/plugin-mlinfra-common';
import { at, schemaOf } from './definitionSchema';
import type { WizardContract } from './wizardContract';
import type { WizardField } from './wizardFields';

const identity = schemaOf(repositoryIdentitySchema);
const targets = schemaOf(environmentTargetsSchema);
const inputs = schemaOf(predictorInputsSchema);
const defaults = predictorInputsSchema.parse({});

// Inputs that each environment has for itself, one field of the form for each.
const PER_ENVIRONMENT = [
  'networkMode',
  'vpcCidr',
  'connectedCidrs',
  'availabilityZones',
  'taskSize',
  'minTasks',
  'maxTasks',
  'fargateBase',
  'blueGreen',
  'corsAllowedOrigins',
  'fileExpirationDays',
  'dataExpirationDays',
  'logRetentionDays',
  'customerManagedKey',
] as const;

// Inputs with one field for both environments, of the same name.
const SHARED = [
  'architecture',
  'bakeMinutes',
  'cpuPercent',
  'fargateWeight',
  'latencyAlarmMs',
  'memoryPercent',
  'spotWeight',
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
  ...Object.fromEntries(SHARED.map(input => [input, at(inputs, input)])),
  authorizerType: at(inputs, 'authorizer.type'),
  jwtIssuer: { type: 'string', maxLength: 500, pattern: JWT_ISSUER_PATTERN },
  jwtAudience: at(inputs, 'authorizer.audience'),
  rateLimit: at(inputs, 'throttle.rateLimit'),
  burstLimit: at(inputs, 'throttle.burstLimit'),
  permissionsBoundaryArn: at(inputs, 'permissionsBoundaryArn'),
};

/** What the definition of the predictor service knows of its wizard. */
export const predictorWizard: WizardContract = {
  template: 'predictor-service',
  limits: LIMITS,
  defaults: {
    alertEmails: [],
    devMonthlyBudgetUsd: 50,
    prodMonthlyBudgetUsd: 200,
    ...Object.fromEntries(
      perEnvironment.map(({ field, default: value }) => [field, value]),
    ),
    ...Object.fromEntries(SHARED.map(input => [input, defaults[input]])),
    authorizerType: defaults.authorizer.type,
    ...defaults.throttle,
  },
};
