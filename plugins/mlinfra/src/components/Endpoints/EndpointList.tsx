import type { Entity } from '@backstage/catalog-model';
import type { EntityEndpointsResponse } from '@mlinfra/plugin-mlinfra-common';
import { inEnvironmentOrder } from '../../data/environmentOrder';
import { rowAges } from '../../data/rowAges';
import { ItemList } from '../ItemList/ItemList';
import { EndpointItem } from './EndpointItem';

interface EndpointListProps {
  entity: Entity;
  data: EntityEndpointsResponse;
  /** Everything that is known, not only what a card has room for. */
  detailed?: boolean;
}

/** An entity's endpoints. */
export function EndpointList({ entity, data, detailed }: EndpointListProps) {
  const ages = rowAges(
    data,
    (collection, { accountId, region }) =>
      collection.accountId === accountId && collection.region === region,
  );
  return (
    <ItemList>
      {inEnvironmentOrder(data.items).map(endpoint => (
        <li key={endpoint.id}>
          <EndpointItem
            entity={entity}
            endpoint={endpoint}
            age={ages.get(endpoint.id)}
            detailed={detailed}
          />
        </li>
      ))}
    </ItemList>
  );
}
