import type { CollectionErrorKind } from '@mlinfra/plugin-mlinfra-common';

const DENIED = /^(AccessDenied|Unauthorized|Forbidden|OptInRequired)/;
const EXPIRED = /^(ExpiredToken|RequestExpired|TokenRefreshRequired)/;
const NOT_ACCEPTED =
  /^(InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|InvalidSignature|IncompleteSignature|MissingAuthenticationToken|AuthFailure|InvalidAccessKeyId|CredentialsProviderError|TokenProviderError)/;
const THROTTLED =
  /^(Throttl|TooManyRequests|RequestLimitExceeded|LimitExceededException|SlowDown|BandwidthLimitExceeded|RequestThrottled|PriorRequestNotComplete|ProvisionedThroughputExceeded)/;
const TIMED_OUT = /^(TimeoutError|RequestTimeout|AbortError)/;
const UNREACHABLE =
  /ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EPIPE|CERT_|UNABLE_TO_VERIFY|SELF_SIGNED|socket hang up/;

/** What kind of failure an SDK's error is; what is not known is `other`. */
export function errorKind(error: unknown): CollectionErrorKind {
  const name = errorName(error);
  if (THROTTLED.test(name) || statusCode(error) === 429) {
    return 'throttled';
  }
  if (EXPIRED.test(name)) {
    return 'expired-credentials';
  }
  if (NOT_ACCEPTED.test(name) || noIntegration(error)) {
    return 'no-credentials';
  }
  if (DENIED.test(name)) {
    return 'access-denied';
  }
  if (TIMED_OUT.test(name)) {
    return 'timeout';
  }
  if (UNREACHABLE.test(`${field(error, 'code')} ${field(error, 'message')}`)) {
    return 'unreachable';
  }
  return 'other';
}

/** AWS's word for the error, for example `AccessDeniedException`. */
export function errorName(error: unknown): string {
  return field(error, 'name') || 'Error';
}

function noIntegration(error: unknown): boolean {
  return field(error, 'message').startsWith('There is no AWS integration');
}

function statusCode(error: unknown): number | undefined {
  const metadata =
    typeof error === 'object' && error !== null && '$metadata' in error
      ? error.$metadata
      : undefined;
  return typeof metadata === 'object' &&
    metadata !== null &&
    'httpStatusCode' in metadata &&
    typeof metadata.httpStatusCode === 'number'
    ? metadata.httpStatusCode
    : undefined;
}

function field(error: unknown, name: 'name' | 'message' | 'code'): string {
  const value =
    typeof error === 'object' && error !== null
      ? Object.getOwnPropertyDescriptor(error, name)?.value ??
        (error as Partial<Record<typeof name, unknown>>)[name]
      : undefined;
  return typeof value === 'string' ? value : '';
}
