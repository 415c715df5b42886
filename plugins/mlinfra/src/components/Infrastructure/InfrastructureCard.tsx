import type { Entity } from '@backstage/catalog-model';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Flex } from '@backstage/ui';
import type { ReactNode } from 'react';
import type { Latest } from '../../data/useLatest';
import type { Refresh } from '../../data/useRefresh';
import { RefreshResult } from '../RefreshButton/RefreshResult';
import { CardActions, type CardActionsProps } from './CardActions';

/** An entity's data and how it is shown, on a card of its own or among others. */
export interface EntityPartProps<T> {
  entity: Entity;
  latest: Latest<T>;
  /** Left out where another card's button does it. */
  refresh: Refresh | undefined;
  /** Everything that is known, on a page with other cards. */
  detailed?: boolean;
}

interface InfrastructureCardProps extends CardActionsProps {
  title: string;
  /** Whether the refresh is this card's alone; a page of several cards says once how it went. */
  ownRefresh?: boolean;
  children: ReactNode;
}

/** A card about an entity's infrastructure, with the age of what it shows. */
export function InfrastructureCard(props: InfrastructureCardProps) {
  const { title, ownRefresh, children, ...actions } = props;
  return (
    <EntityInfoCard title={title} headerActions={<CardActions {...actions} />}>
      <Flex direction="column" gap="3">
        {ownRefresh && actions.refresh && (
          <RefreshResult refresh={actions.refresh} />
        )}
        {children}
      </Flex>
    </EntityInfoCard>
  );
}
