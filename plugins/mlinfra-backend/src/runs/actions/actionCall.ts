import { ConflictError } from '@backstage/errors';
import type { AwsCall } from '../../aws/AwsCaller';
import type { AwsTarget } from '../../aws/AwsTarget';
import type { MlinfraConfig } from '../../config/MlinfraConfig';

/** A person waits; what takes longer is not worth waiting for. */
const TIMEOUT_MS = 20_000;

/**
 * A call that somebody waits for.
 *
 * @throws ConflictError when the account is not connected any more.
 */
export function actionCall(
  { accounts }: Pick<MlinfraConfig, 'accounts'>,
  { accountId, region }: AwsTarget,
  outcome: string,
): AwsCall {
  const connected = accounts.some(
    account =>
      account.accountId === accountId && account.regions.includes(region),
  );
  if (!connected) {
    throw new ConflictError(
      `${outcome}: account ${accountId} (${region}) is not connected to this portal any more. Add it to mlinfra.accounts.`,
    );
  }
  return { accountId, region, signal: AbortSignal.timeout(TIMEOUT_MS) };
}
