import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type AccountsResponse,
  mlinfraAccountReadPermission,
} from '@mlinfra/plugin-mlinfra-common';
import { awsConnection } from '../config/accountNames';
import { missingPermission } from './EntityAccess';
import type { MlinfraRouter } from './MlinfraRouter';
import type { RouteContext } from './routerOptions';

/** Which accounts are connected, and what is wrong there. */
export function addAccountsRoute(router: MlinfraRouter, context: RouteContext) {
  const { config, httpAuth, permissions, states, collections } = context;

  router.get('/v1/accounts', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const [decision] = await permissions.authorize(
      [{ permission: mlinfraAccountReadPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw missingPermission(mlinfraAccountReadPermission.name);
    }
    const byAccount = await states.all();
    const rejected = await collections.rejectedClaims();
    const response: AccountsResponse = {
      aws: awsConnection(config),
      items: config.accounts.map(account => ({
        accountId: account.accountId,
        name: account.name,
        regions: account.regions,
        environments: account.environments,
        emulated: account.emulated,
        collections: byAccount.get(account.accountId) ?? [],
        rejectedClaims: rejected
          .filter(({ accountId }) => accountId === account.accountId)
          .map(({ accountId: _, ...claim }) => claim),
      })),
    };
    res.json(response);
  });
}
