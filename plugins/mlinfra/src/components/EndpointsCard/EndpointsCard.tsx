import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useEntityEndpoints } from '../../data/useEntityInfrastructure';
import { useRefresh } from '../../data/useRefresh';
import { EntityEndpoints } from '../Endpoints/EntityEndpoints';

/** The endpoints of the entity whose page this is. @public */
export function EndpointsCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const latest = useEntityEndpoints(entityRef);
  const { reload } = latest;
  const refresh = useRefresh({ entityRef, reload });
  return <EntityEndpoints entity={entity} latest={latest} refresh={refresh} />;
}
