import { z } from 'zod';
import { corsOrigins, refuseEveryOriginInProd } from '../corsOrigins';
import { emptyAsMissing } from '../emptyAsMissing';
import { logRetentionDays } from '../logRetentionDays';
import { availabilityZones } from '../network/availabilityZones';
import { NETWORK_MODES } from '../network/networkModes';
import { vpcCidr } from '../network/vpcCidr';
import { permissionsBoundaryArn } from '../permissionsBoundaryArn';
import { perEnvironment } from '../stackEnvironments';
import { databaseInputs } from './databaseEngines';
import { governanceInputs } from './governance';
import { refuseWhatDoesNotFit } from './refuseWhatDoesNotFit';
import { servingInputs } from './serving';

/** What a person may choose for the platform baseline. @public */
export const platformBaselineInputsSchema = z
  .strictObject({
    ...servingInputs,
    ...databaseInputs,
    ...governanceInputs,
    networkMode: perEnvironment(z.enum(NETWORK_MODES), {
      dev: 'public_ip',
      prod: 'public_ip',
    }),
    vpcCidr: perEnvironment(vpcCidr, {
      dev: '10.50.0.0/20',
      prod: '10.51.0.0/20',
    }),
    // One eighth of the addresses for each zone's tasks and one for its data: there is room for four.
    availabilityZones: perEnvironment(availabilityZones.max(4), {
      dev: [],
      prod: [],
    }),
    corsAllowedOrigins: perEnvironment(corsOrigins, { dev: ['*'], prod: [] }),
    apiKeyRequired: perEnvironment(z.boolean(), { dev: true, prod: true }),
    usagePlan: z
      .strictObject({
        rateLimit: z.number().min(0.1).max(10_000).default(10),
        burstLimit: z.int().min(1).max(5_000).default(20),
        quotaLimit: z.int().min(1).max(1_000_000_000).default(100_000),
        quotaPeriod: z.enum(['DAY', 'WEEK', 'MONTH']).default('MONTH'),
      })
      .prefault({}),
    // API Gateway has one logging role per account and region: two repositories that set it fight over it.
    apiGatewayLogging: z.enum(['here', 'elsewhere']).default('here'),
    maxBatchItems: z.int().min(1).max(1_000).default(100),
    logRetentionDays: perEnvironment(logRetentionDays, { dev: 7, prod: 30 }),
    imageRetentionCount: z.int().min(1).max(1_000).default(10),
    customerManagedKey: perEnvironment(z.boolean(), { dev: false, prod: true }),
    forceDestroy: perEnvironment(z.boolean(), { dev: true, prod: false }),
    permissionsBoundaryArn: emptyAsMissing(permissionsBoundaryArn),
  })
  .superRefine((inputs, context) => {
    refuseEveryOriginInProd(inputs, context);
    refuseWhatDoesNotFit(inputs, context);
  });

/** What was chosen for the platform baseline, defaults included. @public */
export type PlatformBaselineInputs = z.output<
  typeof platformBaselineInputsSchema
>;
