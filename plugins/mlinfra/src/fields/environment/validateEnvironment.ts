import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import type { Account } from '@mlinfra/plugin-mlinfra-common';
import { mlinfraApiRef } from '../../api/mlinfraApiRef';
import { allowedAccounts } from './allowedAccounts';
import type { EnvironmentPlace } from './schema';

const ACCOUNT_ID = /^\d{12}$/;
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;

/**
 * Refuses an account or region that cannot be, or that the connected accounts
 * do not allow. Those who may not see the accounts are checked by pattern
 * only; the action that creates knows more.
 */
export const validateEnvironment: CustomFieldValidator<
  EnvironmentPlace,
  { environment?: string }
> = async (place, field, { apiHolder, uiSchema }) => {
  const { accountId = '', region = '' } = place ?? {};
  if (!ACCOUNT_ID.test(accountId)) {
    field.addError(
      'needs an AWS account id of twelve digits, for example 123456789012',
    );
  }
  if (!REGION.test(region)) {
    field.addError('needs an AWS region, for example eu-central-1');
  }
  if (!ACCOUNT_ID.test(accountId) || !REGION.test(region)) {
    return;
  }

  const environment = uiSchema?.['ui:options']?.environment;
  const known: Account[] = await Promise.resolve(
    apiHolder.get(mlinfraApiRef)?.getAccounts(),
  ).then(
    answer => answer?.items ?? [],
    () => [],
  );
  const allowed = allowedAccounts(known, environment);
  if (!allowed.length) {
    return;
  }
  const account = allowed.find(candidate => candidate.accountId === accountId);
  if (!account) {
    field.addError(
      `account ${accountId} does not take ${
        environment ? `the environment ${environment}` : 'new environments'
      }; choose one of ${allowed
        .map(a => `${a.name} (${a.accountId})`)
        .join(', ')}`,
    );
  } else if (!account.regions.includes(region)) {
    field.addError(
      `account ${
        account.name
      } (${accountId}) does not allow the region ${region}; choose one of ${account.regions.join(
        ', ',
      )}`,
    );
  }
};
