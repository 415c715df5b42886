import { useApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';
import { freeName } from './freeName';

/**
 * A free name that starts with `suggestion`; undefined without one, and while
 * or when the catalog cannot tell which are free.
 */
export function useSuggestedName(
  suggestion: string | undefined,
): string | undefined {
  const catalog = useApiHolder().get(catalogApiRef);
  const [name, setName] = useState<string>();

  useEffect(() => {
    if (!suggestion || !catalog) {
      return undefined;
    }
    let current = true;
    freeName(suggestion, catalog).then(
      found => current && setName(found),
      // A name is easily typed: an error here would only be in the way.
      () => {},
    );
    return () => {
      current = false;
    };
  }, [suggestion, catalog]);

  return name;
}
