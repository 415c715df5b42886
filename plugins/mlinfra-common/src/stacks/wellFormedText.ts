import { z } from 'zod';

// With the `u` flag this matches only halves without their other half.
const LONE_SURROGATE = /[\uD800-\uDFFF]/u;

/**
 * Text that survives files and Terraform unchanged: whole characters, in the
 * composed form (NFC) that Terraform turns every string into.
 */
export const wellFormedText = z
  .string()
  .refine(
    text => !LONE_SURROGATE.test(text),
    'holds half of a Unicode character',
  )
  .overwrite(text => text.normalize('NFC'));
