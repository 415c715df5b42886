import type { Region } from '@mlinfra/plugin-mlinfra-common';
import { partitionOf } from '../aws/partition';

/** AWS's own host name of an API. */
export function executeApiHost(apiId: string, region: Region): string {
  return `${apiId}.execute-api.${region}.${partitionOf(region).dnsSuffix}`;
}
