import type { TableSelection } from '@backstage/ui';
import { useState } from 'react';

const TWO = 2;

/** Selects the two runs to compare; a third takes the place of the first. */
export function useRunSelection(): {
  selected: string[];
  selection: TableSelection;
} {
  const [selected, select] = useState<string[]>([]);
  return {
    selected,
    selection: {
      mode: 'multiple',
      behavior: 'toggle',
      selected: new Set(selected),
      onSelectionChange: keys => {
        // All of a page are more than two: then none is meant.
        const chosen = keys === 'all' ? [] : [...keys].map(String);
        select(previous =>
          [
            ...previous.filter(id => chosen.includes(id)),
            ...chosen.filter(id => !previous.includes(id)),
          ].slice(-TWO),
        );
      },
    },
  };
}
