import { z } from 'zod';
import { wellFormedText } from '../wellFormedText';

// Set by the stack itself or by Fargate; a second value would win or lose by accident.
const RESERVED_NAMES = new Set([
  'FILES_BUCKET',
  'DATA_BUCKET',
  'LOG_LEVEL',
  'CORS_ALLOWED_ORIGINS',
  'SHUTDOWN_GRACE_SECONDS',
]);

// A task definition holds 64 KB of everything together.
const MAX_TOTAL_BYTES = 16_384;

/** Further environment variables of the container. Never secrets. */
export const extraEnvironmentSchema = z
  .record(
    z
      .string()
      .regex(
        /^[A-Za-z_][A-Za-z0-9_]*$/,
        'must hold letters, digits and underscores, and not begin with a digit',
      )
      .refine(
        name => !name.startsWith('AWS_') && !name.startsWith('ECS_'),
        'begins with AWS_ or ECS_, which Fargate keeps for itself',
      )
      .refine(
        name => !RESERVED_NAMES.has(name),
        'is set by the stack itself; change the stack input instead',
      ),
    wellFormedText.refine(
      text => !text.includes('\0'),
      'holds a NUL character',
    ),
  )
  .refine(
    variables =>
      new TextEncoder().encode(Object.entries(variables).flat().join(''))
        .length <= MAX_TOTAL_BYTES,
    `is larger than ${MAX_TOTAL_BYTES} bytes in all`,
  )
  .default({});
