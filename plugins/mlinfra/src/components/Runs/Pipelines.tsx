import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { Text } from '@backstage/ui';
import type { EntityRunsResponse } from '@mlinfra/plugin-mlinfra-common';
import type { ReactNode } from 'react';
import type { Latest } from '../../data/useLatest';
import { useMessages } from '../../translation/useMessages';
import { Infrastructure } from '../Infrastructure/Infrastructure';
import { DeployHint } from '../NothingFound/DeployHint';

interface PipelinesProps {
  entity: Entity;
  latest: Latest<EntityRunsResponse>;
  children: (data: EntityRunsResponse) => ReactNode;
}

/** Every state that an entity's pipelines can be in. */
export function Pipelines({ entity, latest, children }: PipelinesProps) {
  const t = useMessages();
  return (
    <Infrastructure
      entity={entity}
      latest={latest}
      items={({ pipelines }) => pipelines}
      subject={{ what: t('runs.what'), permission: 'inventory' }}
      emptyTitle={t('runs.empty', { entityRef: stringifyEntityRef(entity) })}
      collectingTitle={t('runs.collecting')}
      emptyHint={({ emulated }) => (
        <>
          <Text as="p" variant="body-medium">
            {t('runs.emptyHint')}
          </Text>
          <DeployHint entity={entity} emulated={emulated} />
        </>
      )}
    >
      {children}
    </Infrastructure>
  );
}
