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
import { MutedText } from '../MutedText/MutedText';
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
      <MutedText as="p">
        {t('common.empty.tags', {
          tag: MLINFRA_TAGS.entityRef,
          entityRef: stringifyEntityRef(entity),
        })}
      </MutedText>
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
    return <MutedText as="p">{t('common.empty.searchedNone')}</MutedText>;
  }
  return (
    <div>
      <MutedText as="p" weight="bold">
        {t('common.empty.searchedTitle')}
      </MutedText>
      <ul className={styles.places}>
        {collections.map(place => (
          <li key={`${place.collector} ${place.accountId} ${place.region}`}>
            <MutedText>
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
            </MutedText>
          </li>
        ))}
      </ul>
    </div>
  );
}
