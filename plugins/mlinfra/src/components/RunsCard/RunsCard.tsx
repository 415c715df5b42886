import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { useCallback, useMemo } from 'react';
import { useOptionalRoute } from '../../api/useOptionalRoute';
import { collectedRuns } from '../../data/collectedRuns';
import { useEntityRuns } from '../../data/useEntityRuns';
import { useRefresh } from '../../data/useRefresh';
import { entityContentRouteRef } from '../../routes';
import { useMessages } from '../../translation/useMessages';
import { InfrastructureCard } from '../Infrastructure/InfrastructureCard';
import { PipelineList } from '../Runs/PipelineList';
import { Pipelines } from '../Runs/Pipelines';

/** Enough for a few runs of each pipeline. */
const PAGE = 20;
const RUNS_EACH = 3;

/** The newest runs of the pipelines of the entity whose page this is. @public */
export function RunsCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const t = useMessages();
  const tabPath = useOptionalRoute(entityContentRouteRef);
  const latest = useEntityRuns(entityRef, PAGE);
  const { data, reload } = latest;
  const current = useMemo(() => data && collectedRuns(data), [data]);
  const refresh = useRefresh({
    entityRef,
    reload: useCallback(async () => {
      const answer = await reload();
      return answer && collectedRuns(answer);
    }, [reload]),
  });

  return (
    <InfrastructureCard
      title={t('runs.title')}
      entityRef={entityRef}
      data={data && current && { aws: data.aws, ...current }}
      refresh={refresh}
      ownRefresh
    >
      <Pipelines entity={entity} latest={latest}>
        {known => (
          <>
            <PipelineList
              data={known}
              runsEach={RUNS_EACH}
              onStarted={reload}
            />
            {tabPath && (
              <Link href={tabPath()} variant="body-small">
                {t('runs.allRuns')}
              </Link>
            )}
          </>
        )}
      </Pipelines>
    </InfrastructureCard>
  );
}
