import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Flex } from '@backstage/ui';
import { useEntityEndpoints } from '../../data/useEntityInfrastructure';
import { useRefresh } from '../../data/useRefresh';
import { useMessages } from '../../translation/useMessages';
import { EndpointList } from '../Endpoints/EndpointList';
import { CardActions } from '../Infrastructure/CardActions';
import { Infrastructure } from '../Infrastructure/Infrastructure';
import { DeployHint } from '../NothingFound/DeployHint';
import { RefreshResult } from '../RefreshButton/RefreshResult';

/** The endpoints of the entity whose page this is. @public */
export function EndpointsCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const t = useMessages();
  const latest = useEntityEndpoints(entityRef);
  const { data: current, reload } = latest;
  const refresh = useRefresh({ entityRef, current, reload });

  return (
    <EntityInfoCard
      title={t('endpoints.title')}
      headerActions={
        <CardActions entityRef={entityRef} data={current} refresh={refresh} />
      }
    >
      <Flex direction="column" gap="3">
        <RefreshResult refresh={refresh} />
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
          {data => <EndpointList entity={entity} data={data} />}
        </Infrastructure>
      </Flex>
    </EntityInfoCard>
  );
}
