/** Names of keys whose values are never stored or shown, unless `mlinfra.runs.redact` says others. A part of the key is enough, in any case; `*` stands for anything. */
export const DEFAULT_REDACTED_KEYS: readonly string[] = [
  'password',
  'passwd',
  'passphrase',
  'secret',
  'token',
  'api_key',
  'access_key',
  'private_key',
  'authorization',
  'credential',
  'signature',
  'cookie',
  'x-amz-*',
];

/** What stands where a secret was. */
export const REDACTED = '[redacted]';

/** Takes secrets out of values and texts before they are stored or logged. */
export class Redactor {
  constructor(readonly keys: readonly string[] = DEFAULT_REDACTED_KEYS) {}
}
