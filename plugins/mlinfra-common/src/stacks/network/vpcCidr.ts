import { z } from 'zod';

const OCTET = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';

/** Shape of a range of IPv4 addresses that a VPC can have. @public */
export const VPC_CIDR_PATTERN = `^(?:${OCTET}\\.){3}${OCTET}/(?:1[6-9]|2[0-4])$`;

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

function isNetworkAddress(cidr: string): boolean {
  const [address, prefix] = cidr.split('/');
  const number = address
    .split('.')
    .reduce((sum, octet) => sum * 256 + Number(octet), 0);
  return number % 2 ** (32 - Number(prefix)) === 0;
}
