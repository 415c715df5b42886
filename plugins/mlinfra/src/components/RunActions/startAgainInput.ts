import type { RunDetailsResponse } from '@mlinfra/plugin-mlinfra-common';
import { parseObject } from '../../data/parseObject';

/** The backend's mark in the place of a secret. */
const REDACTED = '[redacted]';

/** What an earlier run was started with. */
export interface EarlierInput {
  /** Absent where it is not known whole. */
  input?: Record<string, unknown>;
  /** The mark that stands in the place of its secrets; absent where it has none. */
  redactedAs?: string;
}

/** What a run was started with, as far as it is known, for starting it again. */
export function startAgainInput(details: RunDetailsResponse): EarlierInput {
  const { redrive, input: text = '' } = details;
  const input = redrive.startAgain?.input ?? parseObject(text);
  return {
    input,
    redactedAs: JSON.stringify(input ?? {}).includes(REDACTED)
      ? REDACTED
      : undefined,
  };
}
