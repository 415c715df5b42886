import { CORS_ORIGIN_PATTERN } from '@mlinfra/plugin-mlinfra-common';
import fc from 'fast-check';

export const matching = (pattern: string) =>
  fc.stringMatching(new RegExp(pattern));
/** Text that would mean something else to a template, a shell or HCL. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '${var.name}',
    '%{ if true }',
    '"',
    '\\',
    '$${',
    '${{ 1 }}',
    '\n',
    'é',
  ),
);
export const perEnvironment = <T>(value: fc.Arbitrary<T>) =>
  fc.record({ dev: value, prod: value }, { requiredKeys: [] });
export const origins = (pattern: string) =>
  fc.array(
    matching(pattern).filter(origin => origin.length < 200),
    {
      maxLength: 3,
    },
  );
export const KNOWN_ORIGIN = CORS_ORIGIN_PATTERN.replace('\\*|', '');

export const days = fc.integer({ min: 1, max: 3650 });
export const cidr = fc
  .tuple(
    fc.integer({ min: 0, max: 2 ** 24 - 1 }),
    fc.integer({ min: 16, max: 24 }),
  )
  .map(([block, prefix]) => {
    const size = 2 ** (32 - prefix);
    const address = Math.floor((block * 256) / size) * size;
    const octets = [24, 16, 8, 0].map(
      shift => Math.floor(address / 2 ** shift) % 256,
    );
    return `${octets.join('.')}/${prefix}`;
  });
