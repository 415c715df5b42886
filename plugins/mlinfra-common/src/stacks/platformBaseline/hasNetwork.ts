import type { PerEnvironment, StackEnvironment } from '../stackEnvironments';
import type { DatabaseEngine } from './databaseEngines';
import type { ServingKind } from './serving';

/** A function that keeps its records in a table needs no network; everything else has one. */
export function hasNetwork(
  inputs: {
    serving: PerEnvironment<ServingKind>;
    databaseEngine: PerEnvironment<DatabaseEngine>;
  },
  environment: StackEnvironment,
): boolean {
  return (
    inputs.serving[environment] === 'ecs' ||
    inputs.databaseEngine[environment] === 'postgres'
  );
}
