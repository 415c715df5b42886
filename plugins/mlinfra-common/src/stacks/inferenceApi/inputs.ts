import { z } from 'zod';
import { corsOrigins, refuseEveryOriginInProd } from '../corsOrigins';
import { emptyAsMissing } from '../emptyAsMissing';
import { logRetentionDays } from '../logRetentionDays';
import { permissionsBoundaryArn } from '../permissionsBoundaryArn';
import { perEnvironment, STACK_ENVIRONMENTS } from '../stackEnvironments';
import { extraEnvironmentSchema } from './extraEnvironment';
import { inferenceSettingsSchema } from './inferenceSettings';

/** Shape of an S3 bucket's name. @public */
export const BUCKET_NAME_PATTERN = '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$';

/** Shape of a model's key: one object, or a prefix ending in a slash. @public */
export const MODEL_KEY_PATTERN =
  "^[A-Za-z0-9!_.'()][A-Za-z0-9!_.'()/=@+ -]{0,1023}$";

const days = z.int().min(1).max(3650);

/** What a person may choose for the inference API. @public */
export const inferenceApiInputsSchema = z
  .strictObject({
    corsAllowedOrigins: perEnvironment(corsOrigins, { dev: ['*'], prod: [] }),
    apiKeyRequired: perEnvironment(z.boolean(), { dev: false, prod: true }),
    usagePlan: z
      .strictObject({
        rateLimit: z.number().min(0.1).max(10_000).default(10),
        burstLimit: z.int().min(1).max(5_000).default(20),
        quotaLimit: z.int().min(1).max(1_000_000_000).default(100_000),
        quotaPeriod: z.enum(['DAY', 'WEEK', 'MONTH']).default('MONTH'),
      })
      .prefault({}),
    architecture: z.enum(['x86_64', 'arm64']).default('x86_64'),
    memoryMb: z.int().min(128).max(10_240).default(3_008),
    timeoutSeconds: z.int().min(1).max(900).default(900),
    ephemeralStorageMb: z.int().min(512).max(10_240).default(512),
    reservedConcurrency: perEnvironment(z.int().min(0).max(10_000).nullable(), {
      dev: null,
      prod: 10,
    }),
    modelS3Bucket: emptyAsMissing(
      z
        .string()
        .regex(
          new RegExp(BUCKET_NAME_PATTERN),
          'must be the name of an S3 bucket, without s3:// and without a path',
        ),
    ),
    modelS3Key: emptyAsMissing(
      z
        .string()
        .regex(
          new RegExp(MODEL_KEY_PATTERN),
          "must be letters, digits, spaces and ! _ . ' ( ) / = @ + -, at most 1024, not beginning with a slash",
        ),
    ),
    inferenceSettings: inferenceSettingsSchema,
    extraEnvironment: extraEnvironmentSchema,
    inputExpirationDays: perEnvironment(days, { dev: 3, prod: 7 }),
    outputExpirationDays: perEnvironment(days, { dev: 7, prod: 30 }),
    logRetentionDays: perEnvironment(logRetentionDays, { dev: 7, prod: 30 }),
    imageRetentionCount: z.int().min(1).max(1_000).default(10),
    latencyAlarmMs: z.int().min(1).max(29_000).default(20_000),
    customerManagedKey: perEnvironment(z.boolean(), { dev: false, prod: true }),
    forceDestroy: perEnvironment(z.boolean(), { dev: true, prod: false }),
    permissionsBoundaryArn: emptyAsMissing(permissionsBoundaryArn),
    // API Gateway has one logging role per account and region: two repositories that set it fight over it.
    apiGatewayLogging: z.enum(['here', 'elsewhere']).default('here'),
    manageApiGatewayAccount: z
      .strictObject({
        dev: z.boolean().optional(),
        prod: z.boolean().optional(),
      })
      .prefault({}),
  })
  .superRefine((inputs, context) => {
    refuseEveryOriginInProd(inputs, context);
    for (const environment of STACK_ENVIRONMENTS) {
      if (
        inputs.apiGatewayLogging === 'elsewhere' &&
        inputs.manageApiGatewayAccount[environment]
      ) {
        context.addIssue({
          code: 'custom',
          path: ['manageApiGatewayAccount', environment],
          message:
            'is true while apiGatewayLogging says that it is set up elsewhere; leave one of them out',
        });
      }
    }
    if (Boolean(inputs.modelS3Bucket) !== Boolean(inputs.modelS3Key)) {
      context.addIssue({
        code: 'custom',
        path: [inputs.modelS3Bucket ? 'modelS3Key' : 'modelS3Bucket'],
        message:
          'is missing: bucket and key belong together; give both to read a model from S3, or none to use the one in the image',
      });
    }
  });

/** What was chosen for the inference API, defaults included. @public */
export type InferenceApiInputs = z.output<typeof inferenceApiInputsSchema>;
