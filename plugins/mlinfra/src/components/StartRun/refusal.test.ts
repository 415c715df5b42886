import { compressionContract } from '../../testing/fixtures';
import { isInputRefused, isUnanswered, refusedFields } from './refusal';

const schema = compressionContract.inputSchema;

/** As the client rejects when the backend refuses. */
const refusal = (message: string, statusCode = 400) =>
  Object.assign(new Error('Request failed'), {
    statusCode,
    cause: { name: 'InputError', message },
  });
const input = (sentences: string) =>
  refusal(
    `Nothing was started: the input does not fit what the pipeline demo takes: ${sentences}`,
  );

describe('refusedFields', () => {
  it.each([
    ['model_uri is missing', [{ path: ['model_uri'], message: 'is missing' }]],
    [
      'prune.amount must be <= 0.95; model_uri must match pattern "^(s3://.+|x)$"',
      [
        { path: ['prune', 'amount'], message: 'must be <= 0.95' },
        {
          path: ['model_uri'],
          message: 'must match pattern "^(s3://.+|x)$"',
        },
      ],
    ],
    [
      'start_at must be one of "baseline", "prune"; and 3 more',
      [{ path: ['start_at'], message: 'must be one of "baseline", "prune"' }],
    ],
    [
      'prune[0].amount must be number',
      [{ path: ['prune', '0', 'amount'], message: 'must be number' }],
    ],
    ['the input must be object', []],
    ['surprise is not known', []],
  ])('reads %s', (sentences, fields) => {
    expect(refusedFields(input(sentences), schema)).toEqual(fields);
  });

  it('takes the list where there is one, whatever the words say', () => {
    const listed = Object.assign(input('model_uri is missing'), {
      cause: {
        name: 'InputError',
        message: 'no',
        fields: [
          { path: ['prune', 'amount'], message: 'must be <= 0.95' },
          { path: ['surprise'], message: 'is not known' },
          { path: [], message: 'must be object' },
          { path: 'model_uri', message: 'is no list of names' },
        ],
      },
    });
    expect(refusedFields(listed, schema)).toEqual([
      { path: ['prune', 'amount'], message: 'must be <= 0.95' },
    ]);
  });

  it('finds none in other errors, and without a schema', () => {
    expect(refusedFields(undefined, schema)).toEqual([]);
    expect(refusedFields(refusal('model_uri: no', 409), schema)).toEqual([]);
    expect(refusedFields(input('model_uri is missing'), undefined)).toEqual([]);
  });
});

describe('what an error means for the run', () => {
  it.each([
    [400, true, false],
    [403, false, false],
    [409, false, false],
    [503, false, false],
    [502, false, true],
    [504, false, true],
    [undefined, false, true],
  ])('status %s', (statusCode, refused, unanswered) => {
    const error = statusCode
      ? refusal('no', statusCode)
      : new TypeError('Failed to fetch');
    expect(isInputRefused(error)).toBe(refused);
    expect(isUnanswered(error)).toBe(unanswered);
  });
});
