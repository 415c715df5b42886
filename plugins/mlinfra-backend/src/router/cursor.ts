import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { ResourcePosition } from '../database/ResourceStore';

const PART = z.string().regex(/^[^\0]*$/);
const POSITION = z.tuple([PART, PART, PART]);

/** A position as the opaque text that callers hand back. */
export function encodeCursor(position: ResourcePosition): string {
  const { entityRef, accountId, id } = position;
  return Buffer.from(JSON.stringify([entityRef, accountId, id])).toString(
    'base64url',
  );
}

/** @throws InputError for anything that `encodeCursor` has not made. */
export function decodeCursor(cursor: string): ResourcePosition {
  try {
    const text = Buffer.from(cursor, 'base64url').toString();
    const [entityRef, accountId, id] = POSITION.parse(JSON.parse(text));
    return { entityRef, accountId, id };
  } catch {
    throw new InputError(
      'The cursor is not one that this list has given; leave it out to start from the beginning',
    );
  }
}
