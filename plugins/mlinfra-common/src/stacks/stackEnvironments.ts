import { z } from 'zod';

/** The environments that a generated repository may have, first one first. @public */
export const STACK_ENVIRONMENTS = ['dev', 'prod'] as const;

/** Name of an environment of a generated repository. @public */
export type StackEnvironment = (typeof STACK_ENVIRONMENTS)[number];

/** What an environment may cost in a month unless told otherwise, in USD. @public */
export const DEFAULT_MONTHLY_BUDGET_USD: Record<StackEnvironment, number> = {
  dev: 50,
  prod: 200,
};

/** A value that each environment has for itself. @public */
export type PerEnvironment<T> = Record<StackEnvironment, T>;

/**
 * Schema of a value that each environment has for itself, with the value it
 * takes where none is given.
 */
export function perEnvironment<T extends z.ZodType>(
  value: T,
  defaults: PerEnvironment<z.output<T>>,
) {
  return z
    .strictObject({
      dev: value.optional().transform(given => given ?? defaults.dev),
      prod: value.optional().transform(given => given ?? defaults.prod),
    })
    .prefault({});
}

const accountId = z
  .string()
  .regex(
    /^[0-9]{12}$/,
    'must be the 12 digits of an AWS account, as text (leading zeros count)',
  );

const region = z
  .string()
  .regex(
    /^[a-z]{2}(-[a-z]+)+-[0-9]$/,
    'must be the code of an AWS region such as eu-central-1',
  );

function environmentTarget(environment: StackEnvironment) {
  return z.strictObject({
    accountId,
    region,
    monthlyBudgetUsd: z
      .int()
      .min(1)
      .max(1_000_000)
      .default(DEFAULT_MONTHLY_BUDGET_USD[environment]),
  });
}

/** Where each environment lives and what it may cost. `prod` may be missing. @public */
export const environmentTargetsSchema = z.strictObject({
  dev: environmentTarget('dev'),
  prod: environmentTarget('prod').optional(),
});

/** Where each environment lives and what it may cost. @public */
export type EnvironmentTargets = z.output<typeof environmentTargetsSchema>;

/** Account, region and monthly budget in USD of one environment. @public */
export type EnvironmentTarget = EnvironmentTargets['dev'];

/** The environments that were chosen, in order. @public */
export function chosenEnvironments(
  targets: EnvironmentTargets,
): Array<{ environment: StackEnvironment; target: EnvironmentTarget }> {
  return STACK_ENVIRONMENTS.flatMap(environment => {
    const target = targets[environment];
    return target ? [{ environment, target }] : [];
  });
}

/**
 * True for the first environment in its account and region. API Gateway has
 * one logging role per account and region, so only one of them may set it.
 *
 * @public
 */
export function isFirstInRegion(
  targets: EnvironmentTargets,
  environment: StackEnvironment,
): boolean {
  const own = targets[environment];
  const first = chosenEnvironments(targets).find(
    ({ target }) =>
      target.accountId === own?.accountId && target.region === own.region,
  );
  return first?.environment === environment;
}
