import type {
  CollectionError,
  CollectionErrorKind,
} from '@mlinfra/plugin-mlinfra-common';

const KINDS: CollectionErrorKind[] = [
  'access-denied',
  'expired-credentials',
  'no-credentials',
  'wrong-account',
  'throttled',
  'timeout',
  'unreachable',
  'other',
];

/** The kind to name; one that only a newer backend knows is `other`. */
export function errorKind({ kind }: CollectionError): CollectionErrorKind {
  return KINDS.includes(kind) ? kind : 'other';
}
