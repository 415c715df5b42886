import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { AwsTarget } from '../../aws/AwsTarget';
import type { StoredLogSource } from '../model';

const POSITION = z.tuple([z.string(), z.string().min(1)]);

/** A place in one log as opaque text; it holds AWS's token, and which log that is for. */
export function encodeLogCursor(
  target: AwsTarget,
  source: StoredLogSource,
  token: string,
): string {
  return Buffer.from(
    JSON.stringify([fingerprint(target, source), token]),
  ).toString('base64url');
}

/**
 * AWS's token of a cursor.
 *
 * @throws InputError for a cursor that was made up, or made for another log.
 */
export function decodeLogCursor(
  target: AwsTarget,
  source: StoredLogSource,
  cursor: string,
): string {
  try {
    const text = Buffer.from(cursor, 'base64url').toString();
    const [log, token] = POSITION.parse(JSON.parse(text));
    if (log === fingerprint(target, source)) {
      return token;
    }
  } catch {
    // Falls through to the one answer for all of them.
  }
  throw new InputError(
    'The cursor is not one that this log has given; leave it out to see the newest lines',
  );
}

function fingerprint(
  { accountId, region }: AwsTarget,
  { group, stream }: StoredLogSource,
): string {
  return createHash('sha256')
    .update(JSON.stringify([accountId, region, group, stream]))
    .digest('base64url')
    .slice(0, 16);
}
