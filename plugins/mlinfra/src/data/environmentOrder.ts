/** What is put in order: it belongs to an environment, or to none, and has a name. */
interface InEnvironment {
  id: string;
  environment?: string;
  name: string;
}

/** Ahead of all others, and behind them; what has no environment comes last. */
const FIRST = 'dev';
const LAST = 'prod';

/** The way to production: dev, everything between by name, prod. */
export function compareEnvironments(one?: string, other?: string): number {
  return rank(one) - rank(other) || compareText(one ?? '', other ?? '');
}

/** By environment, then by name; the same rows always come in the same order. */
export function inEnvironmentOrder<T extends InEnvironment>(rows: T[]): T[] {
  return [...rows].sort(
    (one, other) =>
      compareEnvironments(one.environment, other.environment) ||
      compareText(one.name, other.name) ||
      compareText(one.id, other.id),
  );
}

function rank(environment: string | undefined): number {
  switch (environment) {
    case FIRST:
      return 0;
    case LAST:
      return 2;
    case undefined:
      return 3;
    default:
      return 1;
  }
}

function compareText(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
