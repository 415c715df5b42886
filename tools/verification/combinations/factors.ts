import { STACK_ENVIRONMENTS } from '@mlinfra/plugin-mlinfra-common';
import type { SwitchList } from './SwitchList';

/** A choice for `environment` and for each switch, by its label. */
export type Combination = Record<string, string>;

/** The labels of each factor: the environment, then the switches. */
export function factorsOf({ switches }: SwitchList): Record<string, string[]> {
  return {
    environment: [...STACK_ENVIRONMENTS],
    ...Object.fromEntries(
      Object.entries(switches).map(([name, choices]) => [
        name,
        Array.isArray(choices) ? choices.map(String) : Object.keys(choices),
      ]),
    ),
  };
}
