import type { CollectionErrorKind } from '@mlinfra/plugin-mlinfra-common';
import type { AwsCallError } from './AwsCallError';

const KINDS: CollectionErrorKind[] = [
  'expired-credentials',
  'no-credentials',
  'wrong-account',
  'unreachable',
];

/** True where every other call to the account would fail alike. */
export function concernsAccount({ kind }: AwsCallError): boolean {
  return KINDS.includes(kind);
}
