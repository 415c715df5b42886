import type { AwsCallError } from './AwsCallError';
import { errorName } from './errorKind';

const GONE =
  /^(NotFound|ResourceNotFound|TableNotFound|ClusterNotFound|ServiceNotFound|LoadBalancerNotFound|TargetGroupNotFound|ExecutionDoesNotExist|StateMachineDoesNotExist|StateMachineDeleting|ParameterNotFound)/;

/** True when AWS says that what was asked about does not exist, as happens when it is deleted after it was listed. */
export function isGone(error: AwsCallError): boolean {
  return GONE.test(errorName(error.cause));
}
