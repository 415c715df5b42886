import { compareEnvironments } from './environmentOrder';

/** The environments that the templates write; others come from accounts and rows. */
const USUAL = ['dev', 'prod'];

/** The environments to offer: the usual ones and those that are known, each once. */
export function environmentsOf(known: (string | undefined)[]): string[] {
  return [
    ...new Set([...USUAL, ...known.filter(name => name !== undefined)]),
  ].sort(compareEnvironments);
}
