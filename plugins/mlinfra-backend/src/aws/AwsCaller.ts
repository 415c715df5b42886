import type { AccountId } from '@mlinfra/plugin-mlinfra-common';
import { AWS_OPERATIONS, type AwsOperationId } from './awsOperations';
import type { AwsTarget } from './AwsTarget';
import type { CallQuota } from './CallQuota';
import { classifyAwsError } from './classifyAwsError';

/** Where a call goes, and what ends it early. */
export interface AwsCall extends AwsTarget {
  signal: AbortSignal;
}

/** Runs AWS calls, and turns their errors into ones that a person can act on. */
export class AwsCaller {
  /** `onRefused` is told whose credentials AWS did not accept. */
  constructor(
    private readonly onRefused: (accountId: AccountId) => void,
    private readonly quota: Pick<CallQuota, 'wait'>,
  ) {}

  /** @throws AwsCallError */
  async run<Output>(
    operation: AwsOperationId,
    call: AwsCall,
    send: (options: { abortSignal: AbortSignal }) => Promise<Output>,
  ): Promise<Output> {
    call.signal.throwIfAborted();
    await this.quota.wait(operation, call, call.signal);
    try {
      return await send({ abortSignal: call.signal });
    } catch (error) {
      call.signal.throwIfAborted();
      const classified = classifyAwsError(
        error,
        AWS_OPERATIONS[operation],
        call,
      );
      if (
        classified.kind === 'expired-credentials' ||
        classified.kind === 'no-credentials'
      ) {
        this.onRefused(call.accountId);
      }
      throw classified;
    }
  }
}
