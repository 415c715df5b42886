import { Flex, Text } from '@backstage/ui';
import type { Entity } from '@backstage/catalog-model';
import {
  MLINFRA_TAGS,
  type CollectionState,
} from '@mlinfra/plugin-mlinfra-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { ReactNode } from 'react';
import { formatAge } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import styles from './NothingFound.module.css';

interface NothingFoundProps {
  entity: Entity;
  /** One sentence on what was not found. */
  title: string;
  collections: CollectionState[];
  /** What brings the first one. */
  hint: ReactNode;
}

/** Why there is nothing to show: what to do, which tag was looked for, and where. */
export function NothingFound(props: NothingFoundProps) {
  const { entity, title, hint, collections } = props;
  const t = useMessages();
  return (
    <Flex direction="column" gap="3">
      <Text as="p" variant="body-medium" weight="bold">
        {title}
      </Text>
      {hint}
      <Text as="p" variant="body-small" color="secondary">
        {t('common.empty.tags', {
          tag: MLINFRA_TAGS.entityRef,
          entityRef: stringifyEntityRef(entity),
        })}
      </Text>
      <Searched collections={collections} />
    </Flex>
  );
}

interface SearchedProps {
  collections: CollectionState[];
}

function Searched({ collections }: SearchedProps) {
  const t = useMessages();
  if (!collections.length) {
    return (
      <Text as="p" variant="body-small" color="secondary">
        {t('common.empty.searchedNone')}
      </Text>
    );
  }
  return (
    <div>
      <Text as="p" variant="body-small" color="secondary" weight="bold">
        {t('common.empty.searchedTitle')}
      </Text>
      <ul className={styles.places}>
        {collections.map(place => (
          <li key={`${place.collector} ${place.accountId} ${place.region}`}>
            <Text variant="body-small" color="secondary">
              {t('common.empty.searched', {
                account: place.accountName
                  ? `${place.accountName} (${place.accountId})`
                  : place.accountId,
                region:
                  place.region === 'global'
                    ? t('common.empty.allRegions')
                    : place.region,
                age: place.lastSuccessAt
                  ? formatAge(place.lastSuccessAt)
                  : t('common.empty.notYet'),
              })}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
