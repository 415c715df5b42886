export * from './networkModes';
export { VPC_CIDR_PATTERN } from './vpcCidr';
export { AVAILABILITY_ZONE_PATTERN } from './availabilityZones';
