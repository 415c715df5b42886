import { Text } from '@backstage/ui';
import { useRun } from '../../data/useRun';

interface RunComparisonProps {
  /** Id of a run. */
  a: string;
  b: string;
}

/** Two runs side by side. */
export function RunComparison({ a, b }: RunComparisonProps) {
  const one = useRun(a);
  const other = useRun(b);
  return (
    <Text>
      {one.data?.run.name} {other.data?.run.name}
    </Text>
  );
}
