import type { Pipeline, Run } from '@mlinfra/plugin-mlinfra-common';
import type { Messages } from '../translation/useMessages';

type Placed = Pick<Run | Pipeline, 'accountId' | 'accountName' | 'environment'>;

/** The words in which a confirmation names where something happens. */
export function runPlace(placed: Placed, t: Messages) {
  const { accountId, accountName, environment } = placed;
  return {
    account: accountName ? `${accountName} (${accountId})` : accountId,
    environment: environment ?? t('common.anyEnvironment'),
  };
}
