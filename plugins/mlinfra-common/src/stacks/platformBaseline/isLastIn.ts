import {
  chosenEnvironments,
  type EnvironmentTargets,
  type StackEnvironment,
} from '../stackEnvironments';

/**
 * True for the last environment in its account, or in its account and region.
 * What an account has once belongs to prod where dev shares the account: dev
 * comes and goes.
 */
export function isLastIn(
  place: 'account' | 'region',
  targets: EnvironmentTargets,
  environment: StackEnvironment,
): boolean {
  const own = targets[environment];
  const last = chosenEnvironments(targets)
    .filter(
      ({ target }) =>
        target.accountId === own?.accountId &&
        (place === 'account' || target.region === own.region),
    )
    .at(-1);
  return last?.environment === environment;
}
