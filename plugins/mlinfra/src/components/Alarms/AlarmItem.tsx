import { Badge, Flex, Text } from '@backstage/ui';
import type { Alarm } from '@mlinfra/plugin-mlinfra-common';
import { RiNotificationOffLine } from '@remixicon/react';
import type { Age } from '../../data/rowAges';
import { formatAge, formatInstant } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import { DataAge } from '../DataAge/DataAge';
import { ExternalLink } from '../ExternalLink/ExternalLink';
import { ItemHeading } from '../ItemList/ItemHeading';
import { ItemLine } from '../ItemList/ItemLine';
import { MutedText } from '../MutedText/MutedText';
import { AlarmStateBadge } from '../StatusBadge/AlarmStateBadge';
import { StatusBadge } from '../StatusBadge/StatusBadge';

interface AlarmItemProps {
  alarm: Alarm;
  age?: Age;
}

/** One alarm: what it says, since when and why, and whether anyone is told. */
export function AlarmItem({ alarm, age }: AlarmItemProps) {
  const { name, description, state, since, metric, environment } = alarm;
  const t = useMessages();
  return (
    <Flex direction="column" gap="1">
      <ItemLine>
        <AlarmStateBadge state={state} />
        <Badge size="small">{environment ?? t('common.anyEnvironment')}</Badge>
        <ItemHeading>{name}</ItemHeading>
        {since && (
          <MutedText>
            <time dateTime={since} title={formatInstant(since)}>
              {t('alarms.since', { age: formatAge(since) })}
            </time>
          </MutedText>
        )}
        {!alarm.actionsEnabled && (
          <StatusBadge
            tone="warning"
            icon={RiNotificationOffLine}
            label={t('alarms.nobodyTold')}
          />
        )}
      </ItemLine>
      {description && (
        <Text as="p" variant="body-small">
          {description}
        </Text>
      )}
      <ItemLine>
        <MutedText>{alarm.reason}</MutedText>
        {metric && <MutedText>{t('alarms.metric', { metric })}</MutedText>}
        {age && <DataAge {...age} />}
        <ExternalLink href={alarm.consoleUrl}>
          {t('common.consoleLink')}
        </ExternalLink>
      </ItemLine>
    </Flex>
  );
}
