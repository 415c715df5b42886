import { ConflictError, InputError } from '@backstage/errors';
import { checkRunInput } from './checkRunInput';
import type { RefusedInputError } from './RefusedInputError';

const check = (
  inputSchema: Record<string, unknown> | undefined,
  input: Record<string, unknown>,
) =>
  checkRunInput(
    { name: 'compress', contract: { version: 1, metrics: [], inputSchema } },
    input,
  );

const nested = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  additionalProperties: false,
  required: ['model_uri'],
  properties: {
    model_uri: { type: 'string', pattern: '^s3://', format: 'uri' },
    prune: {
      type: 'object',
      default: {},
      properties: { amount: { type: 'number', default: 0.5 } },
    },
    'odd/name': { type: 'array', items: { enum: ['a', 'b'] } },
    start_at: { type: 'string' },
    resume_run: { type: 'string' },
  },
  if: { required: ['start_at'] },
  then: { required: ['resume_run'] },
};

describe('checkRunInput', () => {
  it('fills defaults in, also nested ones, and leaves the input alone', () => {
    const input = { model_uri: 's3://m' };
    expect(check(nested, input)).toBe(
      '{"model_uri":"s3://m","prune":{"amount":0.5}}',
    );
    expect(input).toEqual({ model_uri: 's3://m' });
  });

  it('takes any object without a schema', () => {
    expect(check(undefined, { any: [1] })).toBe('{"any":[1]}');
    expect(checkRunInput({ name: 'x' }, {})).toBe('{}');
  });

  it.each([
    [{}, 'model_uri is missing'],
    [{ model_uri: 'x' }, 'model_uri must match pattern'],
    [
      { model_uri: 's3://m', prune: { amount: '1' } },
      'prune.amount must be number',
    ],
    [
      { model_uri: 's3://m', 'odd/name': ['c'] },
      'odd/name[0] must be one of "a", "b"',
    ],
    [{ model_uri: 's3://m', extra: 1 }, 'extra is not known'],
    [{ model_uri: 's3://m', start_at: 'x' }, 'resume_run is missing'],
    [{ extra: 1 }, 'model_uri is missing; extra is not known'],
  ])('names what is wrong with %j', (input, words) => {
    expect(() => check(nested, input)).toThrow(InputError);
    expect(() => check(nested, input)).toThrow(words);
  });

  it('lists the fields with their paths, names with dots and slashes included', () => {
    const refused = (input: Record<string, unknown>) => {
      try {
        return check(nested, input);
      } catch (error) {
        return (error as RefusedInputError).fields;
      }
    };
    expect(
      refused({ prune: { amount: '1' }, 'odd/name': ['a', 'c'], 'a.b': 1 }),
    ).toEqual([
      { path: ['model_uri'], message: 'is missing' },
      { path: ['a.b'], message: 'is not known' },
      { path: ['prune', 'amount'], message: 'must be number' },
      { path: ['odd/name', '1'], message: 'must be one of "a", "b"' },
    ]);
  });

  it('names no more fields than anybody reads, and says how many there are', () => {
    const input = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`x${index}`, 1]),
    );
    expect(() => check({ additionalProperties: false }, input)).toThrow(
      /x19 is not known; and 10 more$/,
    );
  });

  it('gives up on a pattern that does not end, and blames the contract', () => {
    const schema = {
      properties: { a: { type: 'string', pattern: '^(a+)+$' } },
    };
    const started = Date.now();
    expect(() => check(schema, { a: `${'a'.repeat(200)}!` })).toThrow(
      ConflictError,
    );
    expect(Date.now() - started).toBeLessThan(5_000);
    expect(check(schema, { a: 'aaa' })).toBe('{"a":"aaa"}');
  });

  it('blames the contract for references in a circle', () => {
    const schema = {
      definitions: { a: { allOf: [{ $ref: '#/definitions/a' }] } },
      allOf: [{ $ref: '#/definitions/a' }],
    };
    expect(() => check(schema, {})).toThrow(ConflictError);
  });

  it('refuses what is too long before it is looked at', () => {
    expect(() => check(nested, { extra: 'x'.repeat(300_000) })).toThrow(
      '262144',
    );
  });

  it.each([
    { type: 'strange' },
    { properties: { a: { pattern: '(' } } },
    { $ref: 'https://example.com/schema.json' },
  ])('says that the schema %j is broken', schema => {
    expect(() => check(schema, {})).toThrow(ConflictError);
    expect(() => check(schema, {})).toThrow('is no valid JSON Schema');
  });
});
