import { z } from 'zod';
import { IPV4_ADDRESS, isNetworkAddress } from './ipv4Cidr';

/** Shape of a range of IPv4 addresses that a VPC can have. @public */
export const VPC_CIDR_PATTERN = `^${IPV4_ADDRESS}/(?:1[6-9]|2[0-4])$`;

/** The addresses of a VPC: a block of /16 to /24 that begins where such a block begins. */
export const vpcCidr = z
  .string()
  .regex(
    new RegExp(VPC_CIDR_PATTERN),
    'must be a range of IPv4 addresses from /16 to /24, such as 10.42.0.0/16',
  )
  .refine(isNetworkAddress, {
    message:
      'does not begin at a network address; set the bits behind the prefix to 0, such as 10.42.0.0/16',
    when: ({ value }) => new RegExp(VPC_CIDR_PATTERN).test(String(value)),
  });
