import { z } from 'zod';

/** The name that a static site has instead of CloudFront's own, with the certificate for it. */
export const siteDomain = z.strictObject({
  name: z
    .string()
    .max(253)
    .regex(
      /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/,
      'must be a host name such as models.example.com',
    ),
  certificateArn: z
    .string()
    .max(200)
    .regex(
      /^arn:aws[a-z-]*:acm:us-east-1:[0-9]{12}:certificate\/[a-z0-9-]+$/,
      'must be the ARN of a certificate in us-east-1, the only region that CloudFront takes them from',
    ),
});
