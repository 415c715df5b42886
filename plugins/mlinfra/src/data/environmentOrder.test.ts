import { compareEnvironments, inEnvironmentOrder } from './environmentOrder';

const row = (environment: string | undefined, name: string, id = name) => ({
  id,
  environment,
  name,
});

describe('compareEnvironments', () => {
  it.each([
    [
      ['prod', 'dev'],
      ['dev', 'prod'],
    ],
    [
      ['prod', 'staging', 'dev', 'canary'],
      ['dev', 'canary', 'staging', 'prod'],
    ],
    [
      ['prod-10', 'prod-9', 'prod', 'development'],
      ['development', 'prod-9', 'prod-10', 'prod'],
    ],
    [
      [undefined, 'prod', 'zebra'],
      ['zebra', 'prod', undefined],
    ],
  ])('C3 puts %j as %j', (given, expected) => {
    // Not by `sort()` itself: it puts undefined last whatever it is told.
    const sorted = given
      .map(environment => ({ environment }))
      .sort((one, other) =>
        compareEnvironments(one.environment, other.environment),
      );
    expect(sorted.map(({ environment }) => environment)).toEqual(expected);
  });
});

describe('inEnvironmentOrder', () => {
  const ordered = [
    row('dev', 'api-2'),
    row('dev', 'api-10'),
    row('staging', 'api'),
    row('prod', 'api', 'arn:1'),
    row('prod', 'api', 'arn:2'),
    row(undefined, 'api'),
  ];

  it.each([
    ['as they are', ordered],
    ['backwards', [...ordered].reverse()],
    ['from the middle', [...ordered.slice(3), ...ordered.slice(0, 3)]],
  ])('C3 gives one order to rows that come %s', (_case, rows) => {
    expect(inEnvironmentOrder(rows)).toEqual(ordered);
  });

  it('leaves what it is given as it is', () => {
    const rows = [row('prod', 'a'), row('dev', 'b')];
    inEnvironmentOrder(rows);
    expect(rows[0].environment).toBe('prod');
  });
});
