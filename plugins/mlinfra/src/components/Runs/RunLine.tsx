import { Text } from '@backstage/ui';
import type { Run, RunSummary } from '@mlinfra/plugin-mlinfra-common';
import { RunCost } from '../RunCost/RunCost';
import { RunStatusBadge } from '../StatusBadge/RunStatusBadge';
import { RunLink } from './RunLink';
import styles from './Runs.module.css';
import { RunTimes } from './RunTimes';

interface RunLineProps {
  run: RunSummary | Run;
}

/** A run in one line: how it stands, when it was, and what it has cost. */
export function RunLine({ run }: RunLineProps) {
  return (
    <div className={styles.line}>
      <RunStatusBadge status={run.status} />
      <RunLink run={run} />
      <RunTimes run={run} />
      {'cost' in run && (
        <Text variant="body-small" color="secondary">
          <RunCost cost={run.cost} />
        </Text>
      )}
    </div>
  );
}
