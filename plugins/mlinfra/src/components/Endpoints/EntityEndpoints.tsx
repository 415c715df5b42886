import { stringifyEntityRef } from '@backstage/catalog-model';
import type { EntityEndpointsResponse } from '@mlinfra/plugin-mlinfra-common';
import { useMessages } from '../../translation/useMessages';
import { Infrastructure } from '../Infrastructure/Infrastructure';
import {
  InfrastructureCard,
  type EntityPartProps,
} from '../Infrastructure/InfrastructureCard';
import { DeployHint } from '../NothingFound/DeployHint';
import { EndpointList } from './EndpointList';

/** An entity's endpoints in a card. */
export function EntityEndpoints(
  props: EntityPartProps<EntityEndpointsResponse>,
) {
  const { entity, latest, refresh, detailed } = props;
  const t = useMessages();
  const entityRef = stringifyEntityRef(entity);
  return (
    <InfrastructureCard
      title={t('endpoints.title')}
      entityRef={entityRef}
      data={latest.data}
      refresh={refresh}
      ownRefresh={!detailed}
    >
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
          <EndpointList entity={entity} data={data} detailed={detailed} />
        )}
      </Infrastructure>
    </InfrastructureCard>
  );
}
