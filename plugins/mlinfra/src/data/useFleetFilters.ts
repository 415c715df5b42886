import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** The filters of the fleet lists. */
export interface FleetFilters {
  environment?: string;
  accountId?: string;
  status?: string;
}

const NAMES = ['environment', 'accountId', 'status'] as const;

/** Filters live in the address, so that a filtered list can be sent to someone. */
export function useFleetFilters(): {
  filters: FleetFilters;
  setFilter: (name: keyof FleetFilters, value: string | undefined) => void;
  clear: () => void;
} {
  const [parameters, setParameters] = useSearchParams();
  const [environment, accountId, status] = NAMES.map(
    name => parameters.get(name) ?? undefined,
  );
  const filters = useMemo(
    () => ({ environment, accountId, status }),
    [environment, accountId, status],
  );

  const change = useCallback(
    (values: FleetFilters) =>
      setParameters(
        previous => {
          const next = new URLSearchParams(previous);
          for (const [name, value] of Object.entries(values)) {
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
    (name: keyof FleetFilters, value: string | undefined) =>
      change({ [name]: value }),
    [change],
  );
  const clear = useCallback(
    () =>
      change({
        environment: undefined,
        accountId: undefined,
        status: undefined,
      }),
    [change],
  );
  return { filters, setFilter, clear };
}
