import type { EntityRunsResponse } from '@mlinfra/plugin-mlinfra-common';
import { collectedRuns } from '../../data/collectedRuns';
import { inEnvironmentOrder } from '../../data/environmentOrder';
import { newestRuns } from '../../data/newestRuns';
import { rowAges } from '../../data/rowAges';
import { useMessages } from '../../translation/useMessages';
import { ItemList } from '../ItemList/ItemList';
import { MutedText } from '../MutedText/MutedText';
import { PipelineItem } from './PipelineItem';

interface PipelineListProps {
  data: EntityRunsResponse;
  /** How many runs of each are shown. */
  runsEach: number;
  onStarted: () => void;
}

/** An entity's pipelines, each with its newest runs. */
export function PipelineList(props: PipelineListProps) {
  const { data, runsEach, onStarted } = props;
  const t = useMessages();
  const ages = rowAges(collectedRuns(data), () => true);
  return (
    <>
      <ItemList>
        {inEnvironmentOrder(data.pipelines).map(pipeline => (
          <li key={pipeline.id}>
            <PipelineItem
              pipeline={pipeline}
              runs={newestRuns(pipeline, data.items, runsEach)}
              rights={data.rights}
              age={ages.get(pipeline.id)}
              onStarted={onStarted}
            />
          </li>
        ))}
      </ItemList>
      {!data.rights.start && (
        <MutedText as="p">{t('runs.start.denied')}</MutedText>
      )}
    </>
  );
}
