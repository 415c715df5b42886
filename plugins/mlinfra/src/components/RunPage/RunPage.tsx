import { Text } from '@backstage/ui';
import { useRun } from '../../data/useRun';

interface RunPageProps {
  runId: string;
}

/** One run. */
export function RunPage({ runId }: RunPageProps) {
  const { data } = useRun(runId);
  return <Text>{data?.run.name}</Text>;
}
