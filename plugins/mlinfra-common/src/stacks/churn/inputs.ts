import { z } from 'zod';
import { corsOrigins, refuseEveryOriginInProd } from '../corsOrigins';
import { emptyAsMissing } from '../emptyAsMissing';
import { logRetentionDays } from '../logRetentionDays';
import { availabilityZones } from '../network/availabilityZones';
import { ipv4Cidr } from '../network/ipv4Cidr';
import { NAT_MODES } from '../network/natModes';
import { vpcCidr } from '../network/vpcCidr';
import { permissionsBoundaryArn } from '../permissionsBoundaryArn';
import { perEnvironment } from '../stackEnvironments';
import { TRAFFIC_SHIFTS } from '../trafficShifts';
import { modelEndpoint } from './modelEndpoint';
import { optionalPermissions } from './optionalPermissions';
import { pageInputs } from './pageSettings';
import { refuseWhatDoesNotFit } from './refuseWhatDoesNotFit';

/** Who may call the API: callers of AWS, or everybody. @public */
export const CHURN_AUTHORIZERS = ['iam', 'none'] as const;

/** Shape of the key of a packed model in the data bucket. @public */
export const MODEL_ARTIFACT_KEY_PATTERN =
  "^[A-Za-z0-9!_.'()][A-Za-z0-9!_.'()/=@+-]{0,1015}\\.tar\\.gz$";

const authorizer = z.enum(CHURN_AUTHORIZERS, {
  error:
    'must be iam, or none in dev: the page calls the API with the role of its task and has no token of its own, so jwt is not offered',
});

/** What a person may choose for the churn stack. @public */
export const churnInputsSchema = z
  .strictObject({
    natMode: perEnvironment(z.enum(NAT_MODES), { dev: 'none', prod: 'per_az' }),
    vpcCidr: perEnvironment(vpcCidr, {
      dev: '10.30.0.0/20',
      prod: '10.31.0.0/20',
    }),
    connectedCidrs: perEnvironment(z.array(ipv4Cidr).max(50), {
      dev: [],
      prod: [],
    }),
    // An eighth of the addresses for each subnet, two in each zone: there is room for four zones.
    availabilityZones: perEnvironment(availabilityZones.max(4), {
      dev: [],
      prod: [],
    }),
    modelS3Key: emptyAsMissing(
      z
        .string()
        .regex(
          new RegExp(MODEL_ARTIFACT_KEY_PATTERN),
          "must be a key that ends in .tar.gz, of letters, digits and ! _ . ' ( ) / = @ + -, not beginning with a slash",
        ),
    ),
    endpoint: modelEndpoint,
    architecture: z.enum(['x86_64', 'arm64']).default('x86_64'),
    authorizer: perEnvironment(authorizer, { dev: 'iam', prod: 'iam' }),
    corsAllowedOrigins: perEnvironment(corsOrigins, { dev: [], prod: [] }),
    throttle: z
      .strictObject({
        rateLimit: z.number().min(0.1).max(10_000).default(10),
        burstLimit: z.int().min(1).max(5_000).default(20),
      })
      .prefault({}),
    apiMemoryMb: z.int().min(128).max(10_240).default(1_024),
    apiTimeoutSeconds: z.int().min(1).max(30).default(30),
    apiReservedConcurrency: perEnvironment(
      z.int().min(1).max(10_000).nullable(),
      { dev: null, prod: null },
    ),
    optionalPermissions,
    ...pageInputs,
    blueGreen: perEnvironment(z.boolean(), { dev: false, prod: false }),
    trafficShift: z.enum(TRAFFIC_SHIFTS).default(TRAFFIC_SHIFTS[0]),
    latencyAlarmMs: z.int().min(1).max(30_000).default(10_000),
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

/** What was chosen for the churn stack, defaults included. @public */
export type ChurnInputs = z.output<typeof churnInputsSchema>;
