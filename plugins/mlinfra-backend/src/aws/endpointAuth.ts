import type { EndpointAuth } from '@mlinfra/plugin-mlinfra-common';

/** AWS's authorization type and key requirement of a method or route, in our words. */
export function endpointAuth(
  authorizationType: string | undefined,
  apiKeyRequired: boolean | undefined,
): EndpointAuth {
  switch (authorizationType) {
    case undefined:
    case 'NONE':
      return apiKeyRequired ? 'api-key' : 'none';
    case 'AWS_IAM':
      return 'iam';
    case 'JWT':
    case 'COGNITO_USER_POOLS':
      return 'jwt';
    default:
      return 'unknown';
  }
}
