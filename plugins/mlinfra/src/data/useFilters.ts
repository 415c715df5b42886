import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** The filters of a list, and how to change them. */
export interface Filters<Name extends string> {
  filters: Partial<Record<Name, string>>;
  setFilter: (name: Name, value: string | undefined) => void;
  clear: () => void;
}

/**
 * Filters live in the address, so that a filtered list can be sent to someone.
 * `names` must stay the same array.
 */
export function useFilters<Name extends string>(
  names: readonly Name[],
): Filters<Name> {
  const [parameters, setParameters] = useSearchParams();
  // Other parameters of the address must not make the filters new.
  const known = new URLSearchParams(
    names.flatMap(name => {
      const value = parameters.get(name);
      return value ? [[name, value]] : [];
    }),
  ).toString();
  const filters = useMemo(
    () =>
      Object.fromEntries(new URLSearchParams(known)) as Partial<
        Record<Name, string>
      >,
    [known],
  );

  const change = useCallback(
    (values: (readonly [Name, string | undefined])[]) =>
      setParameters(
        previous => {
          const next = new URLSearchParams(previous);
          for (const [name, value] of values) {
            if (value) {
              next.set(name, value);
            } else {
              next.delete(name);
            }
          }
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );
  const setFilter = useCallback(
    (name: Name, value: string | undefined) => change([[name, value]]),
    [change],
  );
  const clear = useCallback(
    () => change(names.map(name => [name, undefined])),
    [change, names],
  );
  return { filters, setFilter, clear };
}
