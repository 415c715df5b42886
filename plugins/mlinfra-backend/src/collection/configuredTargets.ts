import type { MlinfraConfig } from '../config/MlinfraConfig';
import type { TargetKey } from '../database/tables';

/** Stands for the region of services that have none. */
export const GLOBAL_REGION = 'global';

/** Everything that the configuration wants collected. */
export function configuredTargets({
  accounts,
}: Pick<MlinfraConfig, 'accounts'>): TargetKey[] {
  return accounts.flatMap(({ accountId, regions }) => [
    ...regions.flatMap(region => [
      { collector: 'inventory' as const, accountId, region },
      { collector: 'runs' as const, accountId, region },
    ]),
    { collector: 'budgets' as const, accountId, region: GLOBAL_REGION },
  ]);
}

/** One text per target. */
export function targetId({ collector, accountId, region }: TargetKey): string {
  return `${collector} ${accountId} ${region}`;
}
