import { refusal } from '../__testUtils__/refusal';
import { retryAfterSeconds, tryProblem } from './tryProblem';

describe('tryProblem', () => {
  it.each([
    [400, 'refused'],
    [403, 'not-allowed'],
    [404, 'not-found'],
    [409, 'conflict'],
    [413, 'too-large'],
    [429, 'too-many'],
    [500, 'other'],
    [502, 'unanswered'],
    [503, 'no-answer'],
    [504, 'timeout'],
  ])('sorts status %d', async (status, problem) => {
    expect(tryProblem(await refusal(status, 'no'))).toBe(problem);
  });

  it('knows that without a status the portal did not answer', () => {
    expect(tryProblem(new TypeError('Failed to fetch'))).toBe('unanswered');
  });
});

describe('retryAfterSeconds', () => {
  it.each([
    [{ 'retry-after': '5' }, {}, 5],
    [{}, { retryAfterSeconds: 2.2 }, 3],
    [{ 'retry-after': 'soon' }, {}, undefined],
    [{}, {}, undefined],
  ])('reads when to try again: %j %j', async (headers, error, seconds) => {
    expect(retryAfterSeconds(await refusal(429, 'no', headers, error))).toBe(
      seconds,
    );
  });

  it('knows nothing of an error without an answer', () => {
    expect(retryAfterSeconds(new Error('offline'))).toBeUndefined();
  });
});
