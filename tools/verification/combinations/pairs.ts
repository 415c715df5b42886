import { factorsOf, type Combination } from './factors';
import type { SwitchList } from './SwitchList';

/** Two choices that meet. */
export type Pair = [
  [name: string, label: string],
  [name: string, label: string],
];

/** Every pair of choices that is in some combination that is not refused. */
export function possiblePairs(list: SwitchList): Pair[] {
  const factors = Object.entries(factorsOf(list));
  return factors.flatMap(([first, labels], index) =>
    factors.slice(index + 1).flatMap(([second, others]) =>
      labels.flatMap(label =>
        others
          .map(
            (other): Pair => [
              [first, label],
              [second, other],
            ],
          )
          .filter(pair => isPossible(list, Object.fromEntries(pair))),
      ),
    ),
  );
}

/**
 * Whether choices can be completed to a combination that is not refused. Only
 * what a rule names can make that impossible; everything else is free.
 */
export function isPossible(list: SwitchList, part: Combination): boolean {
  if (
    list.refused.some(({ when }) =>
      Object.entries(when).every(([name, label]) => part[name] === label),
    )
  ) {
    return false;
  }
  const open = list.refused
    .flatMap(({ when }) => Object.keys(when))
    .find(name => part[name] === undefined);
  return (
    open === undefined ||
    factorsOf(list)[open].some(label =>
      isPossible(list, { ...part, [open]: label }),
    )
  );
}
