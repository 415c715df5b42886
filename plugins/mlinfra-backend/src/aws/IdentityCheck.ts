import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { AccountId } from '@mlinfra/plugin-mlinfra-common';
import type { AccountCredentials } from './AccountCredentials';
import { AwsCallError } from './AwsCallError';
import type { AwsCall, AwsCaller } from './AwsCaller';
import type { AwsClients } from './AwsClients';

/**
 * Confirms that an account's credentials belong to it, once per credentials,
 * so that a mistake in the configuration never shows one account's resources
 * as another's.
 */
export class IdentityCheck {
  private readonly checks = new Map<
    AccountId,
    { accessKeyId: string; result: Promise<void> }
  >();

  constructor(
    private readonly credentials: AccountCredentials,
    private readonly clients: AwsClients,
    private readonly caller: AwsCaller,
  ) {}

  /** @throws AwsCallError of kind `wrong-account` */
  async confirm(call: AwsCall): Promise<void> {
    const { accountId } = call;
    const { accessKeyId } = await this.credentials.get(accountId);
    let check = this.checks.get(accountId);
    if (check?.accessKeyId !== accessKeyId) {
      check = { accessKeyId, result: this.ask(call) };
      this.checks.set(accountId, check);
    }
    try {
      await check.result;
    } catch (error) {
      // A failure is not remembered: the next collection asks again.
      if (this.checks.get(accountId) === check) {
        this.checks.delete(accountId);
      }
      throw error;
    }
    call.signal.throwIfAborted();
  }

  private async ask({ accountId, region }: AwsCall): Promise<void> {
    const call = {
      accountId,
      region,
      // Collections of other regions wait for the same answer, so none of them ends it.
      signal: new AbortController().signal,
    };
    const { Account } = await this.caller.run(
      'GetCallerIdentity',
      call,
      options =>
        this.clients.sts(call).send(new GetCallerIdentityCommand({}), options),
    );
    if (Account !== accountId) {
      throw new AwsCallError(
        'wrong-account',
        'sts:GetCallerIdentity',
        `The credentials configured for account ${accountId} belong to account ${Account}. Nothing is read. Correct mlinfra.accounts or the "aws" section of the app configuration.`,
      );
    }
  }
}
