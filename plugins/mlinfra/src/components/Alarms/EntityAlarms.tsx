import type { EntityEndpointsResponse } from '@mlinfra/plugin-mlinfra-common';
import { inAlarmOrder } from '../../data/alarmOrder';
import { rowAges } from '../../data/rowAges';
import { useMessages } from '../../translation/useMessages';
import { InfrastructureCard } from '../Infrastructure/InfrastructureCard';
import { ItemList } from '../ItemList/ItemList';
import { MutedText } from '../MutedText/MutedText';
import { AlarmItem } from './AlarmItem';

interface EntityAlarmsProps {
  data: EntityEndpointsResponse | undefined;
}

/** An entity's alarms; nothing for one that has nothing to watch. */
export function EntityAlarms({ data }: EntityAlarmsProps) {
  const t = useMessages();
  if (!data || data.items.length + data.alarms.length === 0) {
    return null;
  }
  const { entityRef, alarms, aws, collections } = data;
  const own = { items: alarms, collections };
  const ages = rowAges(
    own,
    (collection, { accountId, region }) =>
      collection.accountId === accountId && collection.region === region,
  );
  return (
    <InfrastructureCard
      title={t('alarms.title')}
      entityRef={entityRef}
      data={{ aws, ...own }}
      // The tab's one refresh button stands beside the first card's title.
      refresh={undefined}
    >
      {alarms.length === 0 ? (
        <MutedText as="p">{t('alarms.none', { entityRef })}</MutedText>
      ) : (
        <ItemList>
          {inAlarmOrder(alarms).map(alarm => (
            <li key={alarm.id}>
              <AlarmItem alarm={alarm} age={ages.get(alarm.id)} />
            </li>
          ))}
        </ItemList>
      )}
    </InfrastructureCard>
  );
}
