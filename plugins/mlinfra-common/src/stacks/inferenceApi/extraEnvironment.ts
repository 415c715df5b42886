import { z } from 'zod';
import { wellFormedText } from '../wellFormedText';

// Set by the stack itself; a second value would win or lose by accident.
const RESERVED_NAMES = new Set([
  'INPUT_BUCKET',
  'OUTPUT_BUCKET',
  'MODEL_S3_BUCKET',
  'MODEL_S3_KEY',
  'SAMPLE_RATE_HZ',
  'MAX_AUDIO_SECONDS',
  'WINDOW_SECONDS',
  'HOP_SECONDS',
  'TOP_K',
  'LOG_LEVEL',
  'CORS_ALLOWED_ORIGINS',
  'RESULT_URL_EXPIRY_SECONDS',
]);

// Lambda allows 4 KB for all variables together; the stack's own need about 1 KB.
const MAX_TOTAL_BYTES = 3_072;

/** Further environment variables of the function. Never secrets. */
export const extraEnvironmentSchema = z
  .record(
    z
      .string()
      .regex(
        /^[a-zA-Z][a-zA-Z0-9_]+$/,
        'must begin with a letter and hold letters, digits and underscores',
      )
      .refine(
        name => !name.startsWith('AWS_'),
        'begins with AWS_, which Lambda keeps for itself',
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
