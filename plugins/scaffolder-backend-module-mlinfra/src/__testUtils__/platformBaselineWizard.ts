import {
  CORS_ORIGIN_PATTERN,
  environmentTargetsSchema,
  platformBaselineInputsSchema,
  repositoryIdentitySchema,
  STACK_ENVIRONMENTS,
} from '@mlinfra/plugin-mlinfra-common';
import { at, schemaOf } from './definitionSchema';
import type { WizardContract } from './wizardContract';
import type { WizardField } from './wizardFields';

const identity = schemaOf(repositoryIdentitySchema);
const targets = schemaOf(environmentTargetsSchema);
const inputs = schemaOf(platformBaselineInputsSchema);
const defaults = platformBaselineInputsSchema.parse({});

// Inputs that each environment has for itself, one field of the form for each.
const PER_ENVIRONMENT = [
  'serving',
  'autoscaling',
  'minTasks',
  'maxTasks',
  'useSpot',
  'databaseEngine',
  'multiAz',
  'backupRetentionDays',
  'backups',
  'corsAllowedOrigins',
  'networkMode',
  'vpcCidr',
  'availabilityZones',
  'networkAcls',
  'auditTrailToCloudwatch',
  'auditModelAccess',
  'dashboard',
  'blueGreen',
  'customerManagedKey',
  'logRetentionDays',
  'auditTrailDays',
] as const;

// One field of the same name for both environments.
const SHARED = [
  'architecture',
  'memoryMb',
  'timeoutSeconds',
  'taskSize',
  'maxBatchItems',
  'apiGatewayLogging',
  'auditTrail',
  'trafficShift',
  'bakeMinutes',
  'ebsEncryption',
  'modelVersionDays',
  'imageRetentionCount',
] as const;

const perEnvironment = PER_ENVIRONMENT.flatMap(input =>
  STACK_ENVIRONMENTS.map(environment => ({
    field: `${environment}${input[0].toUpperCase()}${input.slice(1)}`,
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
  ...Object.fromEntries(SHARED.map(field => [field, at(inputs, field)])),
  // What prod refuses, the form does not even take.
  prodCorsAllowedOrigins: {
    ...at(inputs, 'corsAllowedOrigins.prod'),
    items: {
      type: 'string',
      pattern: CORS_ORIGIN_PATTERN.replace('\\*|', ''),
    },
  },
  prodBackupRetentionDays: {
    ...at(inputs, 'backupRetentionDays.prod'),
    minimum: 7,
  },
  prodAuditTrailDays: { ...at(inputs, 'auditTrailDays.prod'), minimum: 90 },
  devApiKeyRequired: at(inputs, 'apiKeyRequired.dev'),
  rateLimit: at(inputs, 'usagePlan.rateLimit'),
  burstLimit: at(inputs, 'usagePlan.burstLimit'),
  quotaLimit: at(inputs, 'usagePlan.quotaLimit'),
  quotaPeriod: at(inputs, 'usagePlan.quotaPeriod'),
  postgresInstanceClass: at(inputs, 'postgres.instanceClass'),
  postgresStorageGib: at(inputs, 'postgres.storageGib'),
  postgresMaxStorageGib: at(inputs, 'postgres.maxStorageGib'),
  permissionsBoundaryArn: at(inputs, 'permissionsBoundaryArn'),
};

/** What the definition of the platform baseline knows of its wizard. */
export const platformBaselineWizard: WizardContract = {
  template: 'platform-baseline',
  limits: LIMITS,
  defaults: {
    alertEmails: [],
    devMonthlyBudgetUsd: 50,
    prodMonthlyBudgetUsd: 200,
    ...Object.fromEntries(
      perEnvironment.map(({ field, default: value }) => [field, value]),
    ),
    ...Object.fromEntries(SHARED.map(field => [field, defaults[field]])),
    devApiKeyRequired: defaults.apiKeyRequired.dev,
    ...defaults.usagePlan,
    postgresInstanceClass: defaults.postgres.instanceClass,
    postgresStorageGib: defaults.postgres.storageGib,
    postgresMaxStorageGib: defaults.postgres.maxStorageGib,
  },
};
