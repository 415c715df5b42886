import {
  chosenEnvironments,
  environmentTargetsSchema,
  isFirstInRegion,
} from './stackEnvironments';

const here = { accountId: '123456789012', region: 'eu-central-1' };

function wrongFields(targets: unknown): string[] {
  const result = environmentTargetsSchema.safeParse(targets);
  return result.success
    ? []
    : result.error.issues.map(issue => issue.path.join('.'));
}

describe('environmentTargetsSchema', () => {
  it('C3 C8 gives each environment a budget of its own', () => {
    expect(environmentTargetsSchema.parse({ dev: here, prod: here })).toEqual({
      dev: { ...here, monthlyBudgetUsd: 50 },
      prod: { ...here, monthlyBudgetUsd: 200 },
    });
  });

  it('C3 takes dev alone, in order when both are there', () => {
    expect(
      chosenEnvironments(environmentTargetsSchema.parse({ dev: here })).map(
        chosen => chosen.environment,
      ),
    ).toEqual(['dev']);
    expect(
      chosenEnvironments(
        environmentTargetsSchema.parse({ prod: here, dev: here }),
      ).map(chosen => chosen.environment),
    ).toEqual(['dev', 'prod']);
  });

  it.each([
    [{ prod: here }, 'dev'],
    [{ dev: { ...here, accountId: '12345' } }, 'dev.accountId'],
    [{ dev: { ...here, accountId: '123456789012\n' } }, 'dev.accountId'],
    [{ dev: here, prod: { ...here, region: 'mars' } }, 'prod.region'],
    [{ dev: { ...here, monthlyBudgetUsd: 0 } }, 'dev.monthlyBudgetUsd'],
    [{ dev: { ...here, monthlyBudgetUsd: '50' } }, 'dev.monthlyBudgetUsd'],
    [{ dev: here, staging: here }, ''],
  ])('refuses %j', (targets, field) => {
    expect(wrongFields(targets)).toEqual([field]);
  });
});

describe('isFirstInRegion', () => {
  const targets = (prod: typeof here) =>
    environmentTargetsSchema.parse({ dev: here, prod });

  it('A6 is dev where both share an account and region', () => {
    expect(isFirstInRegion(targets(here), 'dev')).toBe(true);
    expect(isFirstInRegion(targets(here), 'prod')).toBe(false);
  });

  it.each([
    { ...here, region: 'eu-west-1' },
    { ...here, accountId: '210987654321' },
  ])('A6 is each of them where they do not', prod => {
    expect(isFirstInRegion(targets(prod), 'dev')).toBe(true);
    expect(isFirstInRegion(targets(prod), 'prod')).toBe(true);
  });
});
