import type { Database } from '@mlinfra/plugin-mlinfra-common';
import { formatByteSize } from '../../format/byteSize';
import { formatMetricValue } from '../../format/metricValue';
import type { Messages } from '../../translation/useMessages';

/** How a database keeps its data, in plain words; what its kind does not have is left out. */
export function databaseFacts(
  database: Database,
  t: Messages,
): [name: string, value: string | undefined][] {
  const { kind, sizeBytes, itemCount, backupRetentionDays, multiAz } = database;
  const instance = kind !== 'dynamodb-table';
  const say = (value: boolean | undefined, yes: string, no: string) => {
    if (value === undefined) {
      return t('databases.said.notSaid');
    }
    return value ? yes : no;
  };
  return [
    [t('databases.field.engine'), database.engine],
    [
      t('databases.field.size'),
      sizeBytes === undefined ? undefined : formatByteSize(sizeBytes),
    ],
    [
      t('databases.field.items'),
      itemCount === undefined
        ? undefined
        : formatMetricValue(itemCount, 'count'),
    ],
    [
      t('databases.field.encryption'),
      say(
        database.encrypted,
        t('databases.said.encrypted'),
        t('databases.said.unencrypted'),
      ),
    ],
    [
      t('databases.field.network'),
      instance
        ? say(
            database.publiclyAccessible,
            t('databases.said.public'),
            t('databases.said.private'),
          )
        : undefined,
    ],
    [
      t('databases.field.recovery'),
      instance && database.pointInTimeRecovery === undefined
        ? undefined
        : say(
            database.pointInTimeRecovery,
            t('databases.said.recovery'),
            t('databases.said.noRecovery'),
          ),
    ],
    [
      t('databases.field.backups'),
      backupRetentionDays === undefined
        ? undefined
        : backupsText(backupRetentionDays, t),
    ],
    [
      t('databases.field.deletion'),
      say(
        database.deletionProtection,
        t('databases.said.protected'),
        t('databases.said.unprotected'),
      ),
    ],
    [
      t('databases.field.zones'),
      multiAz === undefined
        ? undefined
        : t(multiAz ? 'databases.said.severalZones' : 'databases.said.oneZone'),
    ],
  ];
}

function backupsText(days: number, t: Messages): string {
  return days === 0
    ? t('databases.said.noBackups')
    : t('databases.said.backups', { count: days });
}
