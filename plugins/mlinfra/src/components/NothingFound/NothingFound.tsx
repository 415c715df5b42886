import { Flex, Text } from '@backstage/ui';
import type { Entity } from '@backstage/catalog-model';
import {
  MLINFRA_TAGS,
  type CollectionState,
} from '@mlinfra/plugin-mlinfra-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { deployCommands } from '../../data/deployCommands';
import { formatAge } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import { CodeBlock } from '../CodeBlock/CodeBlock';
import styles from './NothingFound.module.css';

interface NothingFoundProps {
  entity: Entity;
  /** One sentence on what was not found. */
  title: string;
  collections: CollectionState[];
  /** False where the page already says how to deploy. */
  showCommands?: boolean;
}

/** Why there is nothing to show: which tag was looked for, where, and how to deploy. */
export function NothingFound(props: NothingFoundProps) {
  const { entity, title, collections, showCommands = true } = props;
  const t = useMessages();
  const commands = showCommands && deployCommands(entity);
  return (
    <Flex direction="column" gap="3">
      <Text as="p" variant="body-medium" weight="bold">
        {title}
      </Text>
      {commands && (
        <>
          <Text as="p" variant="body-medium">
            {t('common.empty.deploy')}
          </Text>
          <CodeBlock code={commands} what={t('common.empty.deployCommands')} />
        </>
      )}
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
