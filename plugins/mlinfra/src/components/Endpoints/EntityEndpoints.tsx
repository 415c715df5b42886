import { stringifyEntityRef } from '@backstage/catalog-model';
import type { EntityEndpointsResponse } from '@mlinfra/plugin-mlinfra-common';
import { useRef } from 'react';
import { useEntityMetrics } from '../../data/useEndpointMetrics';
import { useSeen } from '../../data/useSeen';
import { useMessages } from '../../translation/useMessages';
import { AlarmsInForce } from '../Alarms/AlarmsInForce';
import { Infrastructure } from '../Infrastructure/Infrastructure';
import {
  InfrastructureCard,
  type EntityPartProps,
} from '../Infrastructure/InfrastructureCard';
import { DeployHint } from '../NothingFound/DeployHint';
import { EndpointList } from './EndpointList';
import { EndpointSummary } from './EndpointSummary';

/** An entity's endpoints in a card; beside others, its alarms and databases have cards of their own. */
export function EntityEndpoints(
  props: EntityPartProps<EntityEndpointsResponse>,
) {
  const { entity, latest, refresh, detailed } = props;
  const t = useMessages();
  const entityRef = stringifyEntityRef(entity);
  const list = useRef<HTMLDivElement>(null);
  const seen = useSeen(list);
  const known = (latest.data?.items.length ?? 0) > 0;
  // One question for all rows, and none for a card that nobody looks at.
  const metrics = useEntityMetrics(entityRef, seen && known);
  return (
    <InfrastructureCard
      title={t('endpoints.title')}
      entityRef={entityRef}
      data={latest.data}
      refresh={refresh}
      ownRefresh={!detailed}
    >
      <div ref={list}>
        <Infrastructure
          entity={entity}
          latest={latest}
          subject={{ what: t('endpoints.what'), permission: 'inventory' }}
          emptyTitle={t('endpoints.empty', { entityRef })}
          collectingTitle={t('endpoints.collecting')}
          emptyHint={({ emulated }) => (
            <DeployHint entity={entity} emulated={emulated} />
          )}
        >
          {data => (
            <>
              {!detailed && <EndpointSummary data={data} />}
              {!detailed && <AlarmsInForce alarms={data.alarms} />}
              <EndpointList
                entity={entity}
                data={data}
                metrics={metrics}
                detailed={detailed}
              />
            </>
          )}
        </Infrastructure>
      </div>
    </InfrastructureCard>
  );
}
