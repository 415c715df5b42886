import type { EntityEndpointsResponse } from '@mlinfra/plugin-mlinfra-common';
import { inEnvironmentOrder } from '../../data/environmentOrder';
import { rowAges } from '../../data/rowAges';
import { useMessages } from '../../translation/useMessages';
import { InfrastructureCard } from '../Infrastructure/InfrastructureCard';
import { ItemList } from '../ItemList/ItemList';
import { DatabaseItem } from './DatabaseItem';

interface EntityDatabasesProps {
  data: EntityEndpointsResponse | undefined;
}

/** An entity's databases; nothing for one that has none. */
export function EntityDatabases({ data }: EntityDatabasesProps) {
  const t = useMessages();
  if (!data || data.databases.length === 0) {
    return null;
  }
  const { entityRef, databases, aws, collections } = data;
  const own = { items: databases, collections };
  const ages = rowAges(
    own,
    (collection, { accountId, region }) =>
      collection.accountId === accountId && collection.region === region,
  );
  return (
    <InfrastructureCard
      title={t('databases.title')}
      entityRef={entityRef}
      data={{ aws, ...own }}
      // The tab's one refresh button stands beside the first card's title.
      refresh={undefined}
    >
      <ItemList>
        {inEnvironmentOrder(databases).map(database => (
          <li key={database.id}>
            <DatabaseItem database={database} age={ages.get(database.id)} />
          </li>
        ))}
      </ItemList>
    </InfrastructureCard>
  );
}
