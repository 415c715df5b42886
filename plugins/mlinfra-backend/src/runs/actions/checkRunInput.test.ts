import { ConflictError, InputError } from '@backstage/errors';
import { checkRunInput } from './checkRunInput';

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

  it.each([
    { type: 'strange' },
    { properties: { a: { pattern: '(' } } },
    { $ref: 'https://example.com/schema.json' },
  ])('says that the schema %j is broken', schema => {
    expect(() => check(schema, {})).toThrow(ConflictError);
    expect(() => check(schema, {})).toThrow('is no valid JSON Schema');
  });
});
