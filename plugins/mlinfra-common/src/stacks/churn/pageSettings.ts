import { z } from 'zod';
import { fargateTaskSize } from '../fargateTaskSize';
import { ipv4Cidr } from '../network/ipv4Cidr';
import { perEnvironment } from '../stackEnvironments';
import { CAPACITIES } from './capacity';

/** Shape of the ARN of a certificate in ACM, in any region. @public */
export const CERTIFICATE_ARN_PATTERN =
  '^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[A-Za-z0-9-]+$';

const taskRange = (min: number, max: number) =>
  z
    .strictObject({
      min: z.int().min(0).max(100).default(min),
      max: z.int().min(1).max(100).default(max),
    })
    .prefault({})
    .superRefine((range, context) => {
      if (range.max < range.min) {
        context.addIssue({
          code: 'custom',
          path: ['max'],
          message: `is ${range.max}, below min (${range.min}); raise it, or lower min`,
        });
      }
    });

const certificateArn = z.preprocess(
  // A form sends a cleared text field as an empty string.
  given => (given === '' ? null : given),
  z
    .string()
    .max(200)
    .regex(
      new RegExp(CERTIFICATE_ARN_PATTERN),
      'must be the ARN of a certificate in ACM (arn:aws:acm:<region>:<account>:certificate/<id>)',
    )
    .nullable(),
);

/** What a person may choose for the page and the load balancer in front of it. */
export const pageInputs = {
  certificateArn: perEnvironment(certificateArn, { dev: null, prod: null }),
  // Nobody until somebody is named: the page asks nobody who they are.
  uiAllowedCidrs: z.array(ipv4Cidr).max(25).default([]),
  uiSize: fargateTaskSize({ cpu: 512, memory: 1_024 }),
  autoscaling: z
    .strictObject({ dev: taskRange(1, 2), prod: taskRange(2, 6) })
    .prefault({}),
  capacity: perEnvironment(z.enum(CAPACITIES), {
    dev: 'spot',
    prod: 'on_demand',
  }),
};
