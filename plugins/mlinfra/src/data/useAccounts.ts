import { useApi } from '@backstage/core-plugin-api';
import type { AccountsResponse } from '@mlinfra/plugin-mlinfra-common';
import { useCallback } from 'react';
import { mlinfraApiRef } from '../api/mlinfraApiRef';
import { useLatest, type Latest } from './useLatest';

/** The connected accounts, for those who may see them. */
export function useAccounts(): Latest<AccountsResponse> {
  const api = useApi(mlinfraApiRef);
  return useLatest(useCallback(() => api.getAccounts(), [api]));
}
