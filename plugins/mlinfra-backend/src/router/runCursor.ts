import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { RunPosition } from '../runs/store/RunStore';

const RUN_POSITION = z.tuple([
  z.iso.datetime(),
  z.string().regex(/^[\w-]{1,64}$/),
]);
const EVENT_POSITION = z.tuple([z.number().int().positive()]);

/** A position in a list of runs as the opaque text that callers hand back. */
export function encodeRunCursor({ startedAt, id }: RunPosition): string {
  return encode([startedAt, id]);
}

/** @throws InputError for anything that `encodeRunCursor` has not made. */
export function decodeRunCursor(cursor: string): RunPosition {
  const [startedAt, id] = decode(cursor, RUN_POSITION);
  return { startedAt, id };
}

/** A position in a list of events. */
export function encodeEventCursor(eventId: number): string {
  return encode([eventId]);
}

/** @throws InputError for anything that `encodeEventCursor` has not made. */
export function decodeEventCursor(cursor: string): number {
  return decode(cursor, EVENT_POSITION)[0];
}

function encode(position: unknown[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

function decode<Position>(
  cursor: string,
  shape: z.ZodType<Position>,
): Position {
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new InputError(
      'The cursor is not one that this list has given; leave it out to start from the beginning',
    );
  }
}
