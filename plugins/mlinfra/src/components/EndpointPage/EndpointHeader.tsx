import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Flex, Text, VisuallyHidden } from '@backstage/ui';
import type { EndpointDetailsResponse } from '@mlinfra/plugin-mlinfra-common';
import { useCallback } from 'react';
import { isStale, type Collected } from '../../data/collected';
import { runPlace } from '../../data/runPlace';
import type { Latest } from '../../data/useLatest';
import { useRefresh } from '../../data/useRefresh';
import { useMessages } from '../../translation/useMessages';
import { DataAge } from '../DataAge/DataAge';
import { EmulatedBadge } from '../EmulatedBadge/EmulatedBadge';
import { EndpointAddress } from '../Endpoints/EndpointAddress';
import { EndpointMode } from '../Endpoints/EndpointMode';
import { ExternalLink } from '../ExternalLink/ExternalLink';
import { Facts } from '../Facts/Facts';
import { RefreshButton } from '../RefreshButton/RefreshButton';
import { RefreshResult } from '../RefreshButton/RefreshResult';
import {
  ENDPOINT_STATUSES,
  EndpointStatusBadge,
} from '../StatusBadge/EndpointStatusBadge';
import styles from './EndpointPage.module.css';

interface EndpointHeaderProps {
  details: EndpointDetailsResponse;
  reload: Latest<EndpointDetailsResponse>['reload'];
}

/** Which endpoint it is, how it stands and why, whose it is and where. */
export function EndpointHeader({ details, reload }: EndpointHeaderProps) {
  const { aws, endpoint, collections } = details;
  const { entityRef, status, collectedAt, region } = endpoint;
  const t = useMessages();
  const refresh = useRefresh({
    entityRef,
    reload: useCallback(async () => {
      const answer = await reload();
      return answer && collected(answer);
    }, [reload]),
  });
  const place = runPlace(endpoint, t);
  const known = ENDPOINT_STATUSES.includes(status) ? status : 'unknown';
  return (
    <Flex direction="column" gap="3">
      <div className={styles.title}>
        <Text as="h2" variant="title-small" className={styles.name}>
          {endpoint.name}
        </Text>
        <EndpointStatusBadge status={status} />
        {/* Who hears the page is told when the status changes. */}
        <VisuallyHidden role="status">
          {t(`endpoints.status.${known}`)}
        </VisuallyHidden>
        <EndpointMode endpoint={endpoint} />
        {aws.emulated && <EmulatedBadge />}
        <DataAge at={collectedAt} stale={isStale(collections)} />
        <ExternalLink href={endpoint.consoleUrl}>
          {t('common.consoleLink')}
        </ExternalLink>
        <RefreshButton entityRef={entityRef} refresh={refresh} />
      </div>
      <RefreshResult refresh={refresh} />
      <Text as="p" variant="body-medium">
        {endpoint.statusReason}
      </Text>
      <EndpointAddress endpoint={endpoint} />
      <Facts
        facts={[
          [
            t('endpointPage.field.entity'),
            <EntityRefLink entityRef={entityRef} defaultKind="component" />,
          ],
          [t('endpointPage.field.environment'), place.environment],
          [t('endpointPage.field.account'), `${place.account}, ${region}`],
        ]}
      />
    </Flex>
  );
}

function collected(details: EndpointDetailsResponse): Collected {
  return { items: [details.endpoint], collections: details.collections };
}
