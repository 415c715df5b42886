import { ConflictError } from '@backstage/errors';
import type { MetricsFailure } from '@mlinfra/plugin-mlinfra-common';
import { AwsCallError } from '../../aws/AwsCallError';
import type { AwsTarget } from '../../aws/AwsTarget';
import { isTimeout } from '../../runs/actions/actionError';

const OPERATION = 'cloudwatch:GetMetricData';

/**
 * What is said of an account whose metrics could not be had.
 *
 * @throws what is no failure of AWS but of this program.
 */
export function metricsFailure(
  error: unknown,
  { accountId, region }: AwsTarget,
  now: number,
): MetricsFailure {
  const at = new Date(now).toISOString();
  const where = { accountId, region };
  if (error instanceof AwsCallError) {
    const { kind, message, operation } = error;
    return { ...where, error: { kind, message, operation, at } };
  }
  if (error instanceof ConflictError) {
    return { ...where, error: { kind: 'other', message: error.message, at } };
  }
  if (isTimeout(error)) {
    return {
      ...where,
      error: {
        kind: 'timeout',
        operation: OPERATION,
        message: `${OPERATION} in account ${accountId} (${region}) gave no answer in time. Ask again in a moment.`,
        at,
      },
    };
  }
  throw error;
}
