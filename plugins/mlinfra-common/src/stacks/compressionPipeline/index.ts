export * from './compressionPipeline';
export * from './inputs';
export * from './networkModes';
export * from './stepSettings';
export * from './fargateSizes';
export { VPC_CIDR_PATTERN } from './vpcCidr';
export { AVAILABILITY_ZONE_PATTERN } from './availabilityZones';
export { JWT_ISSUER_PATTERN, JWT_AUDIENCE_PATTERN } from './authorizer';
