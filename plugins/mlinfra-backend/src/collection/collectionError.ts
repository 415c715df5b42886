import { stringifyError } from '@backstage/errors';
import type {
  CollectionError,
  Timestamp,
} from '@mlinfra/plugin-mlinfra-common';
import { AwsCallError } from '../aws/AwsCallError';
import type { TargetKey } from '../database/tables';

const LONGEST_MESSAGE = 1_000;
const ACCESS_KEY_ID = /\b(A3T[A-Z0-9]|AKIA|ASIA)[A-Z0-9]{12,}\b/g;

/** What is stored and shown of a failed collection. */
export function collectionError(
  error: unknown,
  key: TargetKey,
  at: Timestamp,
): CollectionError {
  if (error instanceof AwsCallError) {
    return {
      kind: error.kind,
      message: error.message,
      operation: error.operation,
      at,
    };
  }
  const message = `Collecting ${key.collector} of account ${key.accountId} (${
    key.region
  }) failed: ${stringifyError(
    error,
  )}. It is tried again by itself; the backend's log has the details.`;
  return {
    kind: 'other',
    message: message
      .replace(ACCESS_KEY_ID, '[access key]')
      .slice(0, LONGEST_MESSAGE),
    at,
  };
}

/** What is stored when a collection takes longer than its schedule allows. */
export function timeoutError(
  key: TargetKey,
  timeoutMs: number,
  at: Timestamp,
): CollectionError {
  return {
    kind: 'timeout',
    message: `Collecting ${key.collector} of account ${key.accountId} (${
      key.region
    }) did not end within ${Math.round(
      timeoutMs / 1000,
    )} s. Raise mlinfra.schedules.${
      key.collector
    }.timeout, or check the network path to AWS.`,
    at,
  };
}
