import { Alert, Link } from '@backstage/ui';
import type { Alarm } from '@mlinfra/plugin-mlinfra-common';
import { useOptionalRoute } from '../../api/useOptionalRoute';
import { alarmsInForce } from '../../data/alarmOrder';
import { formatAge } from '../../format/instant';
import { entityContentRouteRef } from '../../routes';
import { useMessages } from '../../translation/useMessages';
import styles from './Alarms.module.css';

interface AlarmsInForceProps {
  alarms: Alarm[];
}

/** The alarms that ring, each by its name; nothing while none does. */
export function AlarmsInForce({ alarms }: AlarmsInForceProps) {
  const t = useMessages();
  const tab = useOptionalRoute(entityContentRouteRef)?.();
  const ringing = alarmsInForce(alarms);
  if (ringing.length === 0) {
    return null;
  }
  return (
    <Alert
      status="danger"
      icon
      title={t('endpoints.summary.alarms', { count: ringing.length })}
      description={
        <ul className={styles.names}>
          {ringing.map(({ id, name, since }) => (
            <li key={id}>
              {since
                ? `${name}, ${t('alarms.since', { age: formatAge(since) })}`
                : name}
            </li>
          ))}
        </ul>
      }
      customActions={
        tab && (
          <Link href={tab} variant="body-small">
            {t('alarms.all')}
          </Link>
        )
      }
    />
  );
}
