import { z } from 'zod';

/** An optional text: a form sends a cleared text field as an empty string. */
export const emptyAsMissing = <T extends z.ZodType>(value: T) =>
  z.preprocess(given => (given === '' ? undefined : given), value.optional());
