import { z } from 'zod';

const OCTET = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';

/** Shape of an IPv4 address. */
export const IPV4_ADDRESS = `(?:${OCTET}\\.){3}${OCTET}`;

/** Shape of a range of IPv4 addresses of any size. @public */
export const IPV4_CIDR_PATTERN = `^${IPV4_ADDRESS}/(?:3[0-2]|[12]?[0-9])$`;

/** A range of IPv4 addresses that begins where a range of its size begins. */
export const ipv4Cidr = z
  .string()
  .regex(
    new RegExp(IPV4_CIDR_PATTERN),
    'must be a range of IPv4 addresses such as 203.0.113.0/24, or one address such as 203.0.113.7/32',
  )
  .refine(isNetworkAddress, {
    message:
      'does not begin at a network address; set the bits behind the prefix to 0, such as 203.0.113.0/24',
    when: ({ value }) => new RegExp(IPV4_CIDR_PATTERN).test(String(value)),
  });

/** True where every bit behind the prefix is 0. Takes a well-formed range. */
export function isNetworkAddress(cidr: string): boolean {
  const { first, size } = cidrBlock(cidr);
  return first % size === 0;
}

/** Whether two well-formed ranges have an address in common. */
export function cidrsOverlap(one: string, other: string): boolean {
  const [a, b] = [cidrBlock(one), cidrBlock(other)];
  const size = Math.max(a.size, b.size);
  return Math.floor(a.first / size) === Math.floor(b.first / size);
}

// Arithmetic instead of bit operators, which would make the upper half of the addresses negative.
function cidrBlock(cidr: string): { first: number; size: number } {
  const [address, prefix] = cidr.split('/');
  return {
    first: address
      .split('.')
      .reduce((sum, octet) => sum * 256 + Number(octet), 0),
    size: 2 ** (32 - Number(prefix)),
  };
}
