import { Link, Text } from '@backstage/ui';
import type { RunSummary } from '@mlinfra/plugin-mlinfra-common';
import { useOptionalRoute } from '../../api/useOptionalRoute';
import { runRouteRef } from '../../routes';

interface RunLinkProps {
  run: RunSummary;
}

/** A run's name, and the way to its page where the app has that page. */
export function RunLink({ run }: RunLinkProps) {
  const path = useOptionalRoute(runRouteRef);
  return path ? (
    <Link href={path({ id: run.id })} variant="body-medium">
      {run.name}
    </Link>
  ) : (
    <Text variant="body-medium">{run.name}</Text>
  );
}
