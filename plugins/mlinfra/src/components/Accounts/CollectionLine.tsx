import { Alert, Text } from '@backstage/ui';
import type { CollectionState } from '@mlinfra/plugin-mlinfra-common';
import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiHistoryLine,
  RiLoopLeftLine,
  RiTimeLine,
} from '@remixicon/react';
import { errorKind } from '../../data/errorKind';
import { formatAge } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import { ItemLine } from '../ItemList/ItemLine';
import { MutedText } from '../MutedText/MutedText';
import { StatusBadge } from '../StatusBadge/StatusBadge';
import styles from './Accounts.module.css';

const LOOKS = {
  ok: { tone: 'positive', icon: RiCheckboxCircleLine },
  running: { tone: 'announcement', icon: RiLoopLeftLine },
  failed: { tone: 'negative', icon: RiCloseCircleLine },
  stale: { tone: 'warning', icon: RiHistoryLine },
  waiting: { tone: 'neutral', icon: RiTimeLine },
} as const;

interface CollectionLineProps {
  collection: CollectionState;
}

/** Where the collection of one kind stands in one region, and what to do when it fails. */
export function CollectionLine({ collection }: CollectionLineProps) {
  const { collector, accountId, region } = collection;
  const { lastSuccessAt, lastAttemptAt, error } = collection;
  const t = useMessages();
  const state = collectionState(collection);
  const where = region === 'global' ? t('accounts.global') : region;
  const times = [
    lastSuccessAt
      ? t('accounts.lastSuccess', { age: formatAge(lastSuccessAt) })
      : t('accounts.neverSucceeded'),
    ...(error && lastAttemptAt
      ? [t('accounts.lastAttempt', { age: formatAge(lastAttemptAt) })]
      : []),
  ];
  return (
    <>
      <ItemLine>
        <StatusBadge {...LOOKS[state]} label={t(`accounts.state.${state}`)} />
        <Text variant="body-medium">
          {`${t(`accounts.collector.${collector}`)}, ${where}`}
        </Text>
        <MutedText>{times.join(', ')}</MutedText>
      </ItemLine>
      {error && (
        <Alert
          className={styles.error}
          status="warning"
          icon
          title={t(`common.collection.title.${errorKind(error)}`, {
            account: accountId,
          })}
          description={
            <>
              <Text as="p" variant="body-small">
                {error.message}
              </Text>
              {error.operation && (
                <Text as="p" variant="body-small">
                  {t('accounts.operation', { operation: error.operation })}
                </Text>
              )}
            </>
          }
        />
      )}
    </>
  );
}

function collectionState(collection: CollectionState): keyof typeof LOOKS {
  if (collection.running) {
    return 'running';
  }
  if (collection.error) {
    return 'failed';
  }
  if (!collection.lastSuccessAt) {
    return 'waiting';
  }
  return collection.stale ? 'stale' : 'ok';
}
