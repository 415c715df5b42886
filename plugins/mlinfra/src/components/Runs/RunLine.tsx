import type { Run, RunSummary } from '@mlinfra/plugin-mlinfra-common';
import { ItemLine } from '../ItemList/ItemLine';
import { MutedText } from '../MutedText/MutedText';
import { RunCost } from '../RunCost/RunCost';
import { RunStatusBadge } from '../StatusBadge/RunStatusBadge';
import { RunLink } from './RunLink';
import { RunTimes } from './RunTimes';

interface RunLineProps {
  run: RunSummary | Run;
}

/** A run in one line: how it stands, when it was, and what it has cost. */
export function RunLine({ run }: RunLineProps) {
  return (
    <ItemLine>
      <RunStatusBadge status={run.status} />
      <RunLink run={run} />
      <RunTimes run={run} />
      {'cost' in run && (
        <MutedText>
          <RunCost cost={run.cost} />
        </MutedText>
      )}
    </ItemLine>
  );
}
