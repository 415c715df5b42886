import { z } from 'zod';
import { perEnvironment } from '../stackEnvironments';
import { TRAFFIC_SHIFTS } from '../trafficShifts';

const days = z.int().min(1).max(3_650);

/** Who watches, who is told, and how a new version comes into service. */
export const governanceInputs = {
  // The trail records an account, not a stack: a second one in the same account costs and tells nothing new.
  auditTrail: z.enum(['here', 'elsewhere']).default('here'),
  auditTrailDays: perEnvironment(days, { dev: 90, prod: 365 }),
  auditTrailToCloudwatch: perEnvironment(z.boolean(), {
    dev: false,
    prod: false,
  }),
  auditModelAccess: perEnvironment(z.boolean(), { dev: false, prod: false }),
  dashboard: perEnvironment(z.boolean(), { dev: true, prod: true }),
  blueGreen: perEnvironment(z.boolean(), { dev: false, prod: false }),
  trafficShift: z.enum(TRAFFIC_SHIFTS).default(TRAFFIC_SHIFTS[0]),
  bakeMinutes: z.int().min(0).max(2_880).default(15),
  networkAcls: perEnvironment(z.boolean(), { dev: true, prod: true }),
  ebsEncryption: z.boolean().default(false),
  latencyAlarmMs: z.int().min(1).max(29_000).default(20_000),
  modelVersionDays: z.int().min(1).max(3_650).default(90),
};
