import { z } from 'zod';

/** The policy that bounds every role of a stack. */
export const permissionsBoundaryArn = z
  .string()
  .max(200)
  .regex(
    /^arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy\/[\w+=,.@/-]+$/,
    'must be the ARN of an IAM policy',
  );
