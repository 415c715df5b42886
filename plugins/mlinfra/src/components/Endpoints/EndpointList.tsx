import type { Entity } from '@backstage/catalog-model';
import { Flex } from '@backstage/ui';
import type { EntityEndpointsResponse } from '@mlinfra/plugin-mlinfra-common';
import { inEnvironmentOrder } from '../../data/environmentOrder';
import { rowAges } from '../../data/rowAges';
import { ItemList } from '../ItemList/ItemList';
import type { ListMetrics } from '../Sparkline/EndpointSparklines';
import { MetricsProblem } from '../Sparkline/MetricsProblem';
import { EndpointItem } from './EndpointItem';

interface EndpointListProps {
  entity: Entity;
  data: EntityEndpointsResponse;
  metrics: ListMetrics;
  /** Everything that is known, not only what a card has room for. */
  detailed?: boolean;
}

/** An entity's endpoints. */
export function EndpointList(props: EndpointListProps) {
  const { entity, data, metrics, detailed } = props;
  const ages = rowAges(
    data,
    (collection, { accountId, region }) =>
      collection.accountId === accountId && collection.region === region,
  );
  return (
    <Flex direction="column" gap="3">
      <MetricsProblem metrics={metrics} />
      <ItemList>
        {inEnvironmentOrder(data.items).map(endpoint => (
          <li key={endpoint.id}>
            <EndpointItem
              entity={entity}
              endpoint={endpoint}
              metrics={metrics}
              age={ages.get(endpoint.id)}
              detailed={detailed}
            />
          </li>
        ))}
      </ItemList>
    </Flex>
  );
}
