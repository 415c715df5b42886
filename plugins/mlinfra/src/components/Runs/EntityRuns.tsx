import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { Flex } from '@backstage/ui';
import type { EntityRunsResponse } from '@mlinfra/plugin-mlinfra-common';
import { isPipelineAvailable } from '../../api/isPipelineAvailable';
import { collectedRuns } from '../../data/collectedRuns';
import type { Latest } from '../../data/useLatest';
import { useMessages } from '../../translation/useMessages';
import { InfrastructureCard } from '../Infrastructure/InfrastructureCard';
import { EntityRunList } from './EntityRunList';
import { PipelineList } from './PipelineList';
import { Pipelines } from './Pipelines';

interface EntityRunsProps {
  entity: Entity;
  latest: Latest<EntityRunsResponse>;
}

/**
 * An entity's pipelines and all their runs; nothing for an entity that has no
 * pipeline and whose stacks bring none.
 */
export function EntityRuns({ entity, latest }: EntityRunsProps) {
  const t = useMessages();
  const entityRef = stringifyEntityRef(entity);
  const { data, reload } = latest;
  if (!isPipelineAvailable(entity) && !data?.pipelines.length) {
    return null;
  }
  return (
    <InfrastructureCard
      title={t('runs.title')}
      entityRef={entityRef}
      data={data && { aws: data.aws, ...collectedRuns(data) }}
      // The tab's one refresh button stands beside the first card's title.
      refresh={undefined}
    >
      <Pipelines entity={entity} latest={latest}>
        {known => (
          <Flex direction="column" gap="5">
            <PipelineList data={known} runsEach={1} onStarted={reload} />
            <EntityRunList
              key={entityRef}
              entityRef={entityRef}
              pipelines={known.pipelines}
            />
          </Flex>
        )}
      </Pipelines>
    </InfrastructureCard>
  );
}
