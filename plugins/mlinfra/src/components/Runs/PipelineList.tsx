import type { EntityRunsResponse } from '@mlinfra/plugin-mlinfra-common';
import { collectedRuns } from '../../data/collectedRuns';
import { inEnvironmentOrder } from '../../data/environmentOrder';
import { newestRuns } from '../../data/newestRuns';
import { rowAges } from '../../data/rowAges';
import { Text } from '@backstage/ui';
import { useMessages } from '../../translation/useMessages';
import { PipelineItem } from './PipelineItem';
import styles from './Runs.module.css';

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
      <ul className={styles.list}>
        {inEnvironmentOrder(data.pipelines).map(pipeline => (
          <li key={pipeline.id} className={styles.pipeline}>
            <PipelineItem
              pipeline={pipeline}
              runs={newestRuns(pipeline, data.items, runsEach)}
              rights={data.rights}
              age={ages.get(pipeline.id)}
              onStarted={onStarted}
            />
          </li>
        ))}
      </ul>
      {!data.rights.start && (
        <Text as="p" variant="body-small" color="secondary">
          {t('runs.start.denied')}
        </Text>
      )}
    </>
  );
}
