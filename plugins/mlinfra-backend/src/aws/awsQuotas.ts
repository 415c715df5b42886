import type { Region } from '@mlinfra/plugin-mlinfra-common';
import type { AwsOperationId } from './awsOperations';

/** How often AWS lets an account call an operation in a region. */
export interface AwsQuota {
  /** Calls at once. */
  bucket: number;
  /** Calls per second after these. */
  perSecond: number;
}

/** Regions for which AWS allows more. */
const LARGE = new Set<Region>(['us-east-1', 'us-west-2', 'eu-west-1']);

/**
 * AWS's published throttling quotas of the operations that are called often
 * enough to come near them.
 */
export function awsQuota(
  operation: AwsOperationId,
  region: Region,
): AwsQuota | undefined {
  const large = LARGE.has(region);
  switch (operation) {
    case 'ListExecutions':
      return large
        ? { bucket: 200, perSecond: 5 }
        : { bucket: 100, perSecond: 2 };
    case 'DescribeExecution':
      return large
        ? { bucket: 300, perSecond: 15 }
        : { bucket: 250, perSecond: 10 };
    case 'GetExecutionHistory':
      return { bucket: 400, perSecond: 20 };
    case 'DescribeStateMachine':
      return { bucket: 200, perSecond: 20 };
    case 'DescribeStateMachineForExecution':
      return { bucket: 200, perSecond: 1 };
    case 'GetMetricData':
      return { bucket: 50, perSecond: 50 };
    case 'DescribeTaskDefinition':
      return { bucket: 50, perSecond: 20 };
    default:
      return undefined;
  }
}
