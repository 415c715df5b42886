import { Badge, Flex, Text } from '@backstage/ui';
import type {
  Pipeline,
  Run,
  RunRights,
  RunSummary,
} from '@mlinfra/plugin-mlinfra-common';
import type { Age } from '../../data/rowAges';
import { runPlace } from '../../data/runPlace';
import { useMessages } from '../../translation/useMessages';
import { DataAge } from '../DataAge/DataAge';
import { ExternalLink } from '../ExternalLink/ExternalLink';
import { StartRunButton } from '../StartRun/StartRunButton';
import { isExpress, PipelineNotice } from './PipelineNotice';
import { RunLine } from './RunLine';
import styles from './Runs.module.css';

interface PipelineItemProps {
  pipeline: Pipeline;
  /** The newest first. */
  runs: (Run | RunSummary)[];
  rights: RunRights;
  /** Left out where the header's age is this one's too. */
  age?: Age;
  onStarted: () => void;
}

/** One pipeline with its newest runs, and the button that starts another. */
export function PipelineItem(props: PipelineItemProps) {
  const { pipeline, runs, rights, age, onStarted } = props;
  const { name, environment, runsCollectedAt, runsError } = pipeline;
  const t = useMessages();
  return (
    <Flex direction="column" gap="2">
      <div className={styles.line}>
        <Badge size="small">{environment ?? t('common.anyEnvironment')}</Badge>
        <Text
          as="h4"
          variant="body-medium"
          weight="bold"
          className={styles.name}
        >
          {name}
        </Text>
        <Text variant="body-small" color="secondary">
          {runPlace(pipeline, t).account}
        </Text>
        {age && <DataAge {...age} />}
        <ExternalLink href={pipeline.consoleUrl}>
          {t('common.consoleLink')}
        </ExternalLink>
        <span className={styles.grow} />
        {rights.start && !isExpress(pipeline) && (
          <StartRunButton pipeline={pipeline} onStarted={onStarted} />
        )}
      </div>
      <PipelineNotice pipeline={pipeline} />
      {runs.length > 0 && (
        <ul className={styles.runs}>
          {runs.map(run => (
            <li key={run.id}>
              <RunLine run={run} />
            </li>
          ))}
        </ul>
      )}
      {runs.length === 0 &&
        !isExpress(pipeline) &&
        runsCollectedAt &&
        !runsError && (
          <Text as="p" variant="body-small" color="secondary">
            {t('runs.pipeline.none')}
          </Text>
        )}
    </Flex>
  );
}
