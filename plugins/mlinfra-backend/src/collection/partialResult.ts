import type { Timestamp } from '@mlinfra/plugin-mlinfra-common';
import type { CollectionOutput } from '../collectors/Collector';
import type { PartialResult } from '../database/TargetStore';

const LONGEST_MESSAGE = 2_000;

/** What people are told of a collection that went on without some of AWS's answers; undefined when it missed none. */
export function partialResult(
  { problems = [], keptSince }: CollectionOutput,
  at: Timestamp,
): PartialResult | undefined {
  const [first] = problems;
  if (!first) {
    return undefined;
  }
  const shown = keptSince
    ? `What these tell was last read at ${keptSince}; all else is as of now.`
    : 'All else is as of now.';
  const messages = problems.map(({ message }) => message).join(' ');
  return {
    error: {
      kind: first.kind,
      message: `${messages.slice(
        0,
        LONGEST_MESSAGE - shown.length - 1,
      )} ${shown}`,
      operation: first.operation,
      at,
    },
    keptSince,
  };
}
