import { z } from 'zod';
import { emptyAsMissing } from '../emptyAsMissing';
import { logRetentionDays } from '../logRetentionDays';
import { availabilityZones } from '../network/availabilityZones';
import { NAT_MODES } from '../network/natModes';
import { vpcCidr } from '../network/vpcCidr';
import { permissionsBoundaryArn } from '../permissionsBoundaryArn';
import { perEnvironment } from '../stackEnvironments';

const SMALLEST_PREFIX = 22;

/** What a person may choose for what the stacks of one repository share. @public */
export const foundationInputsSchema = z
  .strictObject({
    sharedNetwork: perEnvironment(z.boolean(), { dev: false, prod: false }),
    natMode: perEnvironment(z.enum(NAT_MODES), {
      dev: 'single',
      prod: 'per_az',
    }),
    vpcCidr: perEnvironment(
      vpcCidr.refine(
        cidr => Number(cidr.split('/')[1]) <= SMALLEST_PREFIX,
        `must be a range from /16 to /${SMALLEST_PREFIX}: a smaller one has no room for every stack`,
      ),
      { dev: '10.60.0.0/20', prod: '10.61.0.0/20' },
    ),
    availabilityZones: perEnvironment(
      availabilityZones
        .max(3)
        .refine(
          zones => zones.length !== 1,
          'names one zone, and load balancers need two; name another, or none for two of the region',
        ),
      { dev: [], prod: [] },
    ),
    auditTrail: perEnvironment(z.boolean(), { dev: false, prod: false }),
    auditTrailToCloudwatch: perEnvironment(z.boolean(), {
      dev: false,
      prod: false,
    }),
    dashboard: perEnvironment(z.boolean(), { dev: false, prod: false }),
    database: perEnvironment(z.boolean(), { dev: false, prod: false }),
    logRetentionDays: perEnvironment(logRetentionDays, { dev: 7, prod: 30 }),
    customerManagedKey: perEnvironment(z.boolean(), { dev: false, prod: true }),
    forceDestroy: perEnvironment(z.boolean(), { dev: true, prod: false }),
    permissionsBoundaryArn: emptyAsMissing(permissionsBoundaryArn),
  })
  .superRefine(({ sharedNetwork, natMode }, context) => {
    if (sharedNetwork.prod && natMode.prod === 'none') {
      context.addIssue({
        code: 'custom',
        path: ['natMode', 'prod'],
        message:
          'none puts every task of every stack into public subnets and is refused in prod; use per_az, or single where one gateway must do',
      });
    }
  });

/** What was chosen for what the stacks share, defaults included. @public */
export type FoundationInputs = z.output<typeof foundationInputsSchema>;
