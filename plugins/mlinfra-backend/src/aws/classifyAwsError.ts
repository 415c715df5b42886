import type { CollectionErrorKind } from '@mlinfra/plugin-mlinfra-common';
import { AwsCallError } from './AwsCallError';
import type { AwsOperation } from './awsOperations';
import type { AwsTarget } from './AwsTarget';
import { errorKind, errorName } from './errorKind';

/** Turns an SDK's error into one that says what happened, where, and what to do next. */
export function classifyAwsError(
  error: unknown,
  operation: AwsOperation,
  target: AwsTarget,
): AwsCallError {
  if (error instanceof AwsCallError) {
    return error;
  }
  const kind = errorKind(error);
  const where = `account ${target.accountId} (${target.region})`;
  return new AwsCallError(
    kind,
    operation.name,
    message(kind, operation, where, error),
    error,
  );
}

function message(
  kind: CollectionErrorKind,
  operation: AwsOperation,
  where: string,
  error: unknown,
): string {
  const { name } = operation;
  switch (kind) {
    case 'access-denied':
      return `${name} is denied in ${where}. Allow ${
        operation.action ?? name
      } for the role that the portal uses there, and check that no service control policy denies it.`;
    case 'expired-credentials':
      return `The credentials for ${where} have expired (${name}). Renew the keys or the session that the portal runs with, and check its clock.`;
    case 'no-credentials':
      return `There are no credentials that AWS accepts for ${where} (${name}: ${errorName(
        error,
      )}). Configure the account, a role or keys in the "aws" section of the app configuration.`;
    case 'throttled':
      return `AWS throttles ${name} in ${where}. It is tried again later by itself; read less often (mlinfra.schedules) when this stays.`;
    case 'timeout':
      return `${name} in ${where} gave no answer in time. Check the network path to AWS, or raise mlinfra.aws.requestTimeout.`;
    case 'unreachable':
      return `${name} in ${where} cannot be reached. Check the network, proxy and VPC endpoints of the portal, and AWS_ENDPOINT_URL where it is set.`;
    default:
      return `${name} in ${where} failed with ${errorName(
        error,
      )}. The backend's log has the details; it is tried again later by itself.`;
  }
}
