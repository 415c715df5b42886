import { z } from 'zod';
import { corsOrigins, refuseEveryOriginInProd } from '../corsOrigins';
import { emptyAsMissing } from '../emptyAsMissing';
import { logRetentionDays } from '../logRetentionDays';
import { permissionsBoundaryArn } from '../permissionsBoundaryArn';
import { perEnvironment, STACK_ENVIRONMENTS } from '../stackEnvironments';
import { authorizerSchema } from '../authorizer';
import { availabilityZones } from '../network/availabilityZones';
import { NETWORK_MODES } from '../network/networkModes';
import { siteDomain } from './siteDomain';
import { stepSettingsSchema } from './stepSettings';
import { vpcCidr } from '../network/vpcCidr';

const days = z.int().min(1).max(3650);

/** What a person may choose for the compression pipeline. @public */
export const compressionPipelineInputsSchema = z
  .strictObject({
    networkMode: perEnvironment(z.enum(NETWORK_MODES), {
      dev: 'public_ip',
      prod: 'public_ip',
    }),
    vpcCidr: perEnvironment(vpcCidr, {
      dev: '10.20.0.0/20',
      prod: '10.21.0.0/20',
    }),
    availabilityZones: perEnvironment(availabilityZones, { dev: [], prod: [] }),
    useSpot: perEnvironment(z.boolean(), { dev: true, prod: false }),
    steps: stepSettingsSchema,
    ephemeralStorageGib: z.int().min(20).max(200).default(20),
    architecture: z.enum(['x86_64', 'arm64']).default('x86_64'),
    authorizer: authorizerSchema,
    corsAllowedOrigins: perEnvironment(corsOrigins, { dev: ['*'], prod: [] }),
    throttle: z
      .strictObject({
        rateLimit: z.number().min(0.1).max(10_000).default(10),
        burstLimit: z.int().min(1).max(5_000).default(20),
      })
      .prefault({}),
    apiMemoryMb: z.int().min(128).max(10_240).default(512),
    apiTimeoutSeconds: z.int().min(1).max(30).default(15),
    staticSite: z.boolean().default(false),
    staticSiteDomain: perEnvironment(siteDomain.nullable(), {
      dev: null,
      prod: null,
    }),
    uploadExpirationDays: perEnvironment(days, { dev: 7, prod: 30 }),
    runExpirationDays: perEnvironment(days, { dev: 30, prod: 90 }),
    jobRetentionDays: perEnvironment(days, { dev: 90, prod: 365 }),
    logRetentionDays: perEnvironment(logRetentionDays, { dev: 14, prod: 14 }),
    imageRetentionCount: z.int().min(1).max(1_000).default(10),
    customerManagedKey: perEnvironment(z.boolean(), { dev: false, prod: true }),
    forceDestroy: perEnvironment(z.boolean(), { dev: true, prod: false }),
    permissionsBoundaryArn: emptyAsMissing(permissionsBoundaryArn),
  })
  .superRefine((inputs, context) => {
    refuseEveryOriginInProd(inputs, context);
    for (const environment of STACK_ENVIRONMENTS) {
      if (
        inputs.networkMode[environment] === 'private_endpoints_2az' &&
        inputs.availabilityZones[environment].length === 1
      ) {
        context.addIssue({
          code: 'custom',
          path: ['availabilityZones', environment],
          message:
            'names one zone, and private_endpoints_2az needs two; name another, or none for two of the region',
        });
      }
    }
  });

/** What was chosen for the compression pipeline, defaults included. @public */
export type CompressionPipelineInputs = z.output<
  typeof compressionPipelineInputsSchema
>;
