import {
  CERTIFICATE_ARN_PATTERN,
  churnInputsSchema,
  CORS_ORIGIN_PATTERN,
  environmentTargetsSchema,
  METRICS_NAMESPACE_PATTERN,
  MODEL_ARTIFACT_KEY_PATTERN,
  NAT_MODES,
  PARAMETER_PATH_PATTERN,
  repositoryIdentitySchema,
  STACK_ENVIRONMENTS,
} from '@mlinfra/plugin-mlinfra-common';
import { at, notNull, schemaOf } from './definitionSchema';
import type { WizardContract } from './wizardContract';
import type { WizardField } from './wizardFields';

const identity = schemaOf(repositoryIdentitySchema);
const targets = schemaOf(environmentTargetsSchema);
const inputs = schemaOf(churnInputsSchema);
const defaults = churnInputsSchema.parse({});

// Inputs that each environment has for itself, one field of the form for each.
const PER_ENVIRONMENT = [
  'natMode',
  'vpcCidr',
  'connectedCidrs',
  'availabilityZones',
  'corsAllowedOrigins',
  'autoscaling',
  'capacity',
  'blueGreen',
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

const certificateArn = {
  type: 'string',
  maxLength: 200,
  pattern: CERTIFICATE_ARN_PATTERN,
};

const endpoint = (environment: string): WizardField => {
  const { memoryMb, maxConcurrency, provisionedConcurrency } = at(
    inputs,
    `endpoint.${environment}`,
  ).properties!;
  return {
    type: 'object',
    properties: {
      memoryMb,
      maxConcurrency,
      // Empty stands for none, for which the definition has null.
      provisionedConcurrency: notNull(provisionedConcurrency),
    },
  };
};

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
  // What is refused in prod, the form does not even offer there.
  prodNatMode: {
    type: 'string',
    enum: NAT_MODES.filter(mode => mode !== 'none'),
  },
  prodCorsAllowedOrigins: {
    ...at(inputs, 'corsAllowedOrigins.prod'),
    items: {
      type: 'string',
      pattern: CORS_ORIGIN_PATTERN.replace('\\*|', ''),
    },
  },
  devCertificateArn: certificateArn,
  prodCertificateArn: certificateArn,
  devEndpoint: endpoint('dev'),
  prodEndpoint: endpoint('prod'),
  modelS3Key: { type: 'string', pattern: MODEL_ARTIFACT_KEY_PATTERN },
  architecture: at(inputs, 'architecture'),
  devAuthorizer: at(inputs, 'authorizer.dev'),
  rateLimit: at(inputs, 'throttle.rateLimit'),
  burstLimit: at(inputs, 'throttle.burstLimit'),
  apiMemoryMb: at(inputs, 'apiMemoryMb'),
  apiTimeoutSeconds: at(inputs, 'apiTimeoutSeconds'),
  devApiReservedConcurrency: notNull(at(inputs, 'apiReservedConcurrency.dev')),
  prodApiReservedConcurrency: notNull(
    at(inputs, 'apiReservedConcurrency.prod'),
  ),
  trafficShift: at(inputs, 'trafficShift'),
  uiAllowedCidrs: at(inputs, 'uiAllowedCidrs'),
  uiSize: at(inputs, 'uiSize'),
  latencyAlarmMs: at(inputs, 'latencyAlarmMs'),
  metricsNamespace: { type: 'string', pattern: METRICS_NAMESPACE_PATTERN },
  parameterPath: { type: 'string', pattern: PARAMETER_PATH_PATTERN },
  permissionsBoundaryArn: at(inputs, 'permissionsBoundaryArn'),
};

const withoutNull = ({ dev, prod }: typeof defaults.endpoint) => {
  const shown = ({ memoryMb, maxConcurrency }: typeof dev) => ({
    memoryMb,
    maxConcurrency,
  });
  return { devEndpoint: shown(dev), prodEndpoint: shown(prod) };
};

/** What the definition of the churn stack knows of its wizard. */
export const churnWizard: WizardContract = {
  template: 'churn-stack',
  limits: LIMITS,
  defaults: {
    alertEmails: [],
    devMonthlyBudgetUsd: 50,
    prodMonthlyBudgetUsd: 200,
    ...Object.fromEntries(
      perEnvironment.map(({ field, default: value }) => [field, value]),
    ),
    ...withoutNull(defaults.endpoint),
    architecture: defaults.architecture,
    devAuthorizer: defaults.authorizer.dev,
    ...defaults.throttle,
    apiMemoryMb: defaults.apiMemoryMb,
    apiTimeoutSeconds: defaults.apiTimeoutSeconds,
    trafficShift: defaults.trafficShift,
    uiSize: defaults.uiSize,
    latencyAlarmMs: defaults.latencyAlarmMs,
  },
};
