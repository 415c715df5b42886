export * from './networkModes';
export * from './natModes';
export { VPC_CIDR_PATTERN } from './vpcCidr';
export { IPV4_CIDR_PATTERN } from './ipv4Cidr';
export { AVAILABILITY_ZONE_PATTERN } from './availabilityZones';
