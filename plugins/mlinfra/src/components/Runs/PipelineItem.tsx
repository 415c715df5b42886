import { Badge, Flex } from '@backstage/ui';
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
import { ItemHeading } from '../ItemList/ItemHeading';
import { ItemLine } from '../ItemList/ItemLine';
import { ItemList } from '../ItemList/ItemList';
import { MutedText } from '../MutedText/MutedText';
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
      <ItemLine>
        <Badge size="small">{environment ?? t('common.anyEnvironment')}</Badge>
        <ItemHeading>{name}</ItemHeading>
        <MutedText>{runPlace(pipeline, t).account}</MutedText>
        {age && <DataAge {...age} />}
        <ExternalLink href={pipeline.consoleUrl}>
          {t('common.consoleLink')}
        </ExternalLink>
        <span className={styles.grow} />
        {rights.start && !isExpress(pipeline) && (
          <StartRunButton pipeline={pipeline} onStarted={onStarted} />
        )}
      </ItemLine>
      <PipelineNotice pipeline={pipeline} />
      {runs.length > 0 && (
        <ItemList compact>
          {runs.map(run => (
            <li key={run.id}>
              <RunLine run={run} />
            </li>
          ))}
        </ItemList>
      )}
      {runs.length === 0 &&
        !isExpress(pipeline) &&
        runsCollectedAt &&
        !runsError && <MutedText as="p">{t('runs.pipeline.none')}</MutedText>}
    </Flex>
  );
}
