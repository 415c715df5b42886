import { describeChoice } from './describeChoice';

const enabled = { Variable: '$.input.distill.enabled', BooleanEquals: true };
const present = { Variable: '$.input.distill', IsPresent: true };

describe('describeChoice', () => {
  it.each([
    [enabled, 'input.distill.enabled is true'],
    [
      { Variable: '$.input.start_at', StringEquals: 'prune' },
      'input.start_at is "prune"',
    ],
    [{ Variable: '$.n', NumericLessThanEquals: 5 }, 'n ≤ 5'],
    [{ Variable: '$.n', NumericGreaterThanPath: '$.m' }, 'n > m'],
    [
      { Variable: '$.t', TimestampLessThan: '2026-01-01T00:00:00Z' },
      't is before "2026-01-01T00:00:00Z"',
    ],
    [{ Variable: '$.s', StringMatches: 'log-*' }, 's matches "log-*"'],
    [{ Variable: '$', IsNull: false }, 'the input is not null'],
    [
      { Variable: '$$.Execution.Name', IsString: true },
      '$$.Execution.Name is a text',
    ],
    [
      { And: [present, enabled] },
      'input.distill is present and input.distill.enabled is true',
    ],
    [
      { Or: [{ And: [present, enabled] }, { Not: present }] },
      '(input.distill is present and input.distill.enabled is true) or not (input.distill is present)',
    ],
    [{ Condition: '{% $states.input.n > 1 %}' }, '$states.input.n > 1'],
    [{ Condition: true }, undefined],
    [{ Variable: '$.n', NumericIsPrime: true }, undefined],
    [{ And: [] }, undefined],
    [{ And: [present, 7] }, undefined],
    [{}, undefined],
    [undefined, undefined],
  ])('%j', (rule, words) => {
    expect(describeChoice(rule)).toBe(words);
  });

  it('cuts what nobody reads on an arrow', () => {
    let rule: object = enabled;
    for (let depth = 0; depth < 5_000; depth++) {
      rule = { Not: rule };
    }
    expect(describeChoice(rule)).toContain('…');
    expect(
      describeChoice({ Or: Array.from({ length: 90 }, () => enabled) }),
    ).toHaveLength(200);
  });
});
