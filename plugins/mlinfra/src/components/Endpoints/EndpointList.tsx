import type { Entity } from '@backstage/catalog-model';
import type { EntityEndpointsResponse } from '@mlinfra/plugin-mlinfra-common';
import { isStale } from '../../data/collected';
import { inEnvironmentOrder } from '../../data/environmentOrder';
import { EndpointItem } from './EndpointItem';
import styles from './Endpoints.module.css';

interface EndpointListProps {
  entity: Entity;
  data: EntityEndpointsResponse;
  /** Everything that is known, not only what a card has room for. */
  detailed?: boolean;
}

/** An entity's endpoints. */
export function EndpointList({ entity, data, detailed }: EndpointListProps) {
  return (
    <ul className={styles.list}>
      {inEnvironmentOrder(data.items).map(endpoint => (
        <li key={endpoint.id} className={styles.item}>
          <EndpointItem
            entity={entity}
            endpoint={endpoint}
            emulated={data.aws.emulated}
            stale={isStale(
              data.collections.filter(
                ({ accountId, region }) =>
                  accountId === endpoint.accountId &&
                  region === endpoint.region,
              ),
            )}
            detailed={detailed}
          />
        </li>
      ))}
    </ul>
  );
}
