import type { StackEnvironment } from './stackEnvironments';
import { shortenedName } from './shortenedName';

const MAX_BUCKET_NAME = 63;

/**
 * Name of the bucket that holds an environment's Terraform state: at most 63
 * characters, ending in the account's id.
 *
 * @public
 */
export function stateBucketName(options: {
  team: string;
  name: string;
  environment: StackEnvironment;
  accountId: string;
}): string {
  const { team, name, environment, accountId } = options;
  const ending = `-${accountId}`;
  const full = `${team}-${name}-${environment}-state`;
  return `${shortenedName(full, MAX_BUCKET_NAME - ending.length)}${ending}`;
}
