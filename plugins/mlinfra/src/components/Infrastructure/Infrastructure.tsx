import type { Entity } from '@backstage/catalog-model';
import { Flex, Text } from '@backstage/ui';
import type {
  AwsConnection,
  CollectionState,
} from '@mlinfra/plugin-mlinfra-common';
import type { ReactNode } from 'react';
import type { Latest } from '../../data/useLatest';
import { CollectionNotices } from '../CollectionNotices/CollectionNotices';
import { LoadError, type Subject } from '../LoadError/LoadError';
import { NoAwsConnected } from '../NoAwsConnected/NoAwsConnected';
import { NothingFound } from '../NothingFound/NothingFound';
import { LoadingLines } from './LoadingLines';

/** The part that answers about endpoints, budgets and runs have in common. */
interface Answer {
  aws: AwsConnection;
  items: unknown[];
  collections: CollectionState[];
}

interface InfrastructureProps<T extends Answer> {
  entity: Entity;
  latest: Latest<T>;
  subject: Subject;
  /** What is empty when nothing was found; `items` by default. */
  items?: (data: T) => unknown[];
  /** Said when AWS was searched and nothing was found. */
  emptyTitle: string;
  /** Said while AWS has not been searched yet. */
  collectingTitle: string;
  /** What brings the first item. */
  emptyHint: (aws: AwsConnection) => ReactNode;
  /** Shows the items; called only when there are some. */
  children: (data: T) => ReactNode;
}

/** Every state that an entity's data can be in: loading, failed, no AWS, empty, partly failed, there. */
export function Infrastructure<T extends Answer>(
  props: InfrastructureProps<T>,
) {
  const { entity, latest, subject, children } = props;
  const { items = (answer: T) => answer.items } = props;
  const { data, error } = latest;

  const failure = <LoadError latest={latest} subject={subject} />;
  if (!data) {
    return error ? failure : <LoadingLines what={subject.what} />;
  }
  if (!data.aws.connected) {
    return <NoAwsConnected what={subject.what} />;
  }
  const { collections } = data;
  const empty = items(data).length === 0;
  return (
    <Flex direction="column" gap="3">
      {failure}
      <CollectionNotices collections={collections} />
      {!empty && children(data)}
      {empty &&
        (isFirstCollection(collections) ? (
          <Text as="p" variant="body-medium">
            {props.collectingTitle}
          </Text>
        ) : (
          <NothingFound
            entity={entity}
            title={props.emptyTitle}
            collections={collections}
            hint={props.emptyHint(data.aws)}
          />
        ))}
    </Flex>
  );
}

function isFirstCollection(collections: CollectionState[]): boolean {
  return (
    collections.length > 0 &&
    collections.every(({ lastAttemptAt }) => lastAttemptAt === undefined)
  );
}
