import { factorsOf, type Combination } from './factors';
import { isPossible, possiblePairs, type Pair } from './pairs';
import type { SwitchList } from './SwitchList';

/**
 * Few combinations in which every pair of choices occurs that is not refused.
 * Each begins with a pair that is still missing and takes, factor by factor,
 * the choice that brings most of the missing ones. The same list gives the
 * same combinations.
 *
 * No library is used: those that know constraints left pairs out or did not end.
 */
export function combinationsOf(list: SwitchList): Combination[] {
  const factors = Object.entries(factorsOf(list));
  const names = factors.map(([name]) => name);
  // Which factor comes first decides how many it takes; each gets its turn.
  const attempts = factors.map((_, index) =>
    cover(list, [...factors.slice(index), ...factors.slice(0, index)]),
  );
  const [fewest] = attempts.sort((a, b) => a.length - b.length);
  const key = (row: Combination) => names.map(name => row[name]).join('\u0000');
  return fewest
    .map(row => Object.fromEntries(names.map(name => [name, row[name]])))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function cover(
  list: SwitchList,
  factors: Array<[string, string[]]>,
): Combination[] {
  let missing = possiblePairs(list);
  const rows: Combination[] = [];
  while (missing.length > 0) {
    const row: Combination = Object.fromEntries(missing[0]);
    for (const [name, labels] of bySize(factors)) {
      if (row[name] === undefined) {
        row[name] = best(
          labels.filter(label => isPossible(list, { ...row, [name]: label })),
          label => gain(missing, row, name, label),
        );
      }
    }
    missing = missing.filter(pair => !holds(row, pair));
    rows.push(row);
  }
  return rows;
}

/** Whether both choices of a pair are in a combination. */
export function holds(row: Combination, pair: Pair): boolean {
  return pair.every(([name, label]) => row[name] === label);
}

// What has most choices is hardest to place, so it is placed first.
function bySize(factors: Array<[string, string[]]>): Array<[string, string[]]> {
  return [...factors].sort(([, a], [, b]) => b.length - a.length);
}

/** How many missing pairs a choice completes with what the row has, and a little for those that it may yet complete. */
function gain(
  missing: Pair[],
  row: Combination,
  name: string,
  label: string,
): number {
  let sum = 0;
  for (const [first, second] of missing) {
    for (const [own, other] of [
      [first, second],
      [second, first],
    ]) {
      if (own[0] === name && own[1] === label) {
        if (row[other[0]] === other[1]) {
          sum += 1;
        } else if (row[other[0]] === undefined) {
          sum += 0.01;
        }
      }
    }
  }
  return sum;
}

function best(labels: string[], worth: (label: string) => number): string {
  return labels.reduce((one, other) =>
    worth(other) > worth(one) ? other : one,
  );
}
