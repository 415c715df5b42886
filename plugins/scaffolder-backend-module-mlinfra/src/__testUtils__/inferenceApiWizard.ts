import {
  CORS_ORIGIN_PATTERN,
  environmentTargetsSchema,
  inferenceApiInputsSchema,
  MODEL_KEY_PATTERN,
  BUCKET_NAME_PATTERN,
  repositoryIdentitySchema,
} from '@mlinfra/plugin-mlinfra-common';
import { at, notNull, schemaOf } from './definitionSchema';
import type { WizardContract } from './wizardContract';
import type { WizardField } from './wizardFields';

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

/** What the definition of the inference API knows of its wizard. */
export const inferenceApiWizard: WizardContract = {
  template: 'inference-api',
  limits: LIMITS,
  defaults: DEFAULTS,
};
