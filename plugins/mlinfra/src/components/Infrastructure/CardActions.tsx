import type { AwsConnection, EntityRef } from '@mlinfra/plugin-mlinfra-common';
import type { Collected } from '../../data/collected';
import { overallAge } from '../../data/rowAges';
import type { Refresh } from '../../data/useRefresh';
import { DataAge } from '../DataAge/DataAge';
import { EmulatedBadge } from '../EmulatedBadge/EmulatedBadge';
import { RefreshButton } from '../RefreshButton/RefreshButton';
import styles from './CardActions.module.css';

/** Whose data it is and how it is renewed. */
export interface CardActionsProps {
  entityRef: EntityRef;
  data: (Collected & { aws: AwsConnection }) | undefined;
  /** Left out where another button does it. */
  refresh: Refresh | undefined;
}

/** What stands beside a title: where the data comes from, its age, and the button that renews it. */
export function CardActions({ entityRef, data, refresh }: CardActionsProps) {
  if (!data?.aws.connected) {
    return null;
  }
  const age = overallAge(data);
  return (
    <div className={styles.actions}>
      {data.aws.emulated && <EmulatedBadge />}
      {age && <DataAge {...age} />}
      {refresh && <RefreshButton entityRef={entityRef} refresh={refresh} />}
    </div>
  );
}
