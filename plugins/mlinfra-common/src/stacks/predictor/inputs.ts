import { z } from 'zod';
import { authorizerSchema } from '../authorizer';
import { corsOrigins, refuseEveryOriginInProd } from '../corsOrigins';
import { emptyAsMissing } from '../emptyAsMissing';
import { fargateTaskSize } from '../fargateTaskSize';
import { logRetentionDays } from '../logRetentionDays';
import { availabilityZones } from '../network/availabilityZones';
import { ipv4Cidr } from '../network/ipv4Cidr';
import { NETWORK_MODES } from '../network/networkModes';
import { vpcCidr } from '../network/vpcCidr';
import { permissionsBoundaryArn } from '../permissionsBoundaryArn';
import { perEnvironment } from '../stackEnvironments';
import { extraEnvironmentSchema } from './extraEnvironment';
import { refuseWhatDoesNotFit } from './refuseWhatDoesNotFit';
import { routes } from './routes';

const days = z.int().min(1).max(3_650);
const tasks = z.int().min(1).max(1_000);
const weight = z.int().min(0).max(1_000);
const percent = z.int().min(10).max(95);

/** What a person may choose for the predictor service. @public */
export const predictorInputsSchema = z
  .strictObject({
    networkMode: perEnvironment(z.enum(NETWORK_MODES), {
      dev: 'public_ip',
      prod: 'private_endpoints_2az',
    }),
    vpcCidr: perEnvironment(vpcCidr, {
      dev: '10.40.0.0/20',
      prod: '10.41.0.0/20',
    }),
    connectedCidrs: perEnvironment(z.array(ipv4Cidr).max(50), {
      dev: [],
      prod: [],
    }),
    availabilityZones: perEnvironment(availabilityZones, { dev: [], prod: [] }),
    taskSize: z
      .strictObject({
        dev: fargateTaskSize({ cpu: 256, memory: 512 }),
        prod: fargateTaskSize({ cpu: 512, memory: 1_024 }),
      })
      .prefault({}),
    architecture: z.enum(['x86_64', 'arm64']).default('x86_64'),
    fargateBase: perEnvironment(weight, { dev: 0, prod: 1 }),
    fargateWeight: weight.default(1),
    spotWeight: weight.default(3),
    minTasks: perEnvironment(tasks, { dev: 1, prod: 2 }),
    maxTasks: perEnvironment(tasks, { dev: 2, prod: 6 }),
    cpuPercent: percent.default(70),
    memoryPercent: percent.default(80),
    extraEnvironment: extraEnvironmentSchema,
    authorizer: authorizerSchema,
    corsAllowedOrigins: perEnvironment(corsOrigins, { dev: ['*'], prod: [] }),
    throttle: z
      .strictObject({
        rateLimit: z.number().min(0.1).max(10_000).default(10),
        burstLimit: z.int().min(1).max(5_000).default(20),
      })
      .prefault({}),
    routes,
    latencyAlarmMs: z.int().min(1).max(30_000).default(5_000),
    blueGreen: perEnvironment(z.boolean(), { dev: false, prod: false }),
    bakeMinutes: z.int().min(0).max(2_880).default(15),
    fileExpirationDays: perEnvironment(days, { dev: 3, prod: 7 }),
    dataExpirationDays: perEnvironment(days, { dev: 7, prod: 30 }),
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

/** What was chosen for the predictor service, defaults included. @public */
export type PredictorInputs = z.output<typeof predictorInputsSchema>;
