import { Badge, Flex, Text } from '@backstage/ui';
import type { Database } from '@mlinfra/plugin-mlinfra-common';
import { RiAlertLine } from '@remixicon/react';
import type { Age } from '../../data/rowAges';
import { useMessages } from '../../translation/useMessages';
import { DataAge } from '../DataAge/DataAge';
import { ExternalLink } from '../ExternalLink/ExternalLink';
import { Facts } from '../Facts/Facts';
import { ItemHeading } from '../ItemList/ItemHeading';
import { ItemLine } from '../ItemList/ItemLine';
import { MutedText } from '../MutedText/MutedText';
import { EndpointStatusBadge } from '../StatusBadge/EndpointStatusBadge';
import { StatusBadge } from '../StatusBadge/StatusBadge';
import { databaseFacts } from './databaseFacts';

const KINDS = ['dynamodb-table', 'rds-instance'] as const;

interface DatabaseItemProps {
  database: Database;
  age?: Age;
}

/** One database: what it is, whether it works, and how its data is kept. */
export function DatabaseItem({ database, age }: DatabaseItemProps) {
  const { name, status, environment } = database;
  const t = useMessages();
  const kind = KINDS.find(each => each === database.kind) ?? 'unknown';
  return (
    <Flex direction="column" gap="2">
      <ItemLine>
        <EndpointStatusBadge status={status} />
        <Badge size="small">{environment ?? t('common.anyEnvironment')}</Badge>
        <ItemHeading>{name}</ItemHeading>
        <MutedText>{t(`databases.kind.${kind}`)}</MutedText>
        {age && <DataAge {...age} />}
        <ExternalLink href={database.consoleUrl}>
          {t('common.consoleLink')}
        </ExternalLink>
      </ItemLine>
      <Text as="p" variant="body-small">
        {database.statusReason}
      </Text>
      {database.publiclyAccessible && (
        <Warning
          label={t('databases.said.public')}
          advice={t('databases.warning.public')}
        />
      )}
      {database.encrypted === false && (
        <Warning
          label={t('databases.said.unencrypted')}
          advice={t('databases.warning.unencrypted')}
        />
      )}
      <Facts facts={databaseFacts(database, t)} />
    </Flex>
  );
}

function Warning({ label, advice }: { label: string; advice: string }) {
  return (
    <ItemLine>
      <StatusBadge tone="warning" icon={RiAlertLine} label={label} />
      <Text variant="body-small">{advice}</Text>
    </ItemLine>
  );
}
