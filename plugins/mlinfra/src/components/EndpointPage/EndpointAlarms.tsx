import { Flex } from '@backstage/ui';
import type { Alarm } from '@mlinfra/plugin-mlinfra-common';
import { alarmsInForce, inAlarmOrder } from '../../data/alarmOrder';
import { useMessages } from '../../translation/useMessages';
import { AlarmItem } from '../Alarms/AlarmItem';
import { ItemList } from '../ItemList/ItemList';
import { MutedText } from '../MutedText/MutedText';

interface EndpointAlarmsProps {
  alarms: Alarm[];
}

/** The alarms that watch an endpoint, and that none rings where none does. */
export function EndpointAlarms({ alarms }: EndpointAlarmsProps) {
  const t = useMessages();
  if (alarms.length === 0) {
    return <MutedText as="p">{t('alarms.noneOfEndpoint')}</MutedText>;
  }
  return (
    <Flex direction="column" gap="3">
      {alarmsInForce(alarms).length === 0 && (
        <MutedText as="p">{t('alarms.noneInForce')}</MutedText>
      )}
      <ItemList>
        {inAlarmOrder(alarms).map(alarm => (
          <li key={alarm.id}>
            <AlarmItem alarm={alarm} />
          </li>
        ))}
      </ItemList>
    </Flex>
  );
}
