import type { Entity } from '@backstage/catalog-model';
import { Badge, Flex, Text } from '@backstage/ui';
import type { Endpoint } from '@mlinfra/plugin-mlinfra-common';
import type { Age } from '../../data/rowAges';
import { useMessages } from '../../translation/useMessages';
import { DataAge } from '../DataAge/DataAge';
import { ItemHeading } from '../ItemList/ItemHeading';
import { ItemLine } from '../ItemList/ItemLine';
import {
  EndpointSparklines,
  type ListMetrics,
} from '../Sparkline/EndpointSparklines';
import { EndpointStatusBadge } from '../StatusBadge/EndpointStatusBadge';
import { EndpointAddress } from './EndpointAddress';
import { EndpointDetails } from './EndpointDetails';
import { EndpointLink } from './EndpointLink';
import { EndpointLinks } from './EndpointLinks';
import { EndpointMode } from './EndpointMode';
import { RequestExample } from './RequestExample';

interface EndpointItemProps {
  entity: Entity;
  endpoint: Endpoint;
  metrics: ListMetrics;
  /** Left out where the header's age is this one's too. */
  age?: Age;
  detailed?: boolean;
}

/** One endpoint: what it is, whether it works, how it does and where to send requests. */
export function EndpointItem(props: EndpointItemProps) {
  const { entity, endpoint, metrics, age, detailed } = props;
  const { status, environment, url } = endpoint;
  const t = useMessages();
  return (
    <Flex direction="column" gap="2">
      <ItemLine>
        <EndpointStatusBadge status={status} />
        <Badge size="small">{environment ?? t('common.anyEnvironment')}</Badge>
        <ItemHeading>
          <EndpointLink endpoint={endpoint} variant="body-medium" />
        </ItemHeading>
        <EndpointMode endpoint={endpoint} />
      </ItemLine>
      <EndpointAddress endpoint={endpoint} />
      {(detailed || status !== 'live') && (
        <Text as="p" variant="body-small">
          {endpoint.statusReason}
        </Text>
      )}
      <EndpointSparklines endpoint={endpoint} metrics={metrics} />
      <ItemLine>
        {age && <DataAge {...age} />}
        <EndpointLinks
          entity={entity}
          endpoint={endpoint}
          onOwnPage={detailed}
        />
      </ItemLine>
      {detailed && <EndpointDetails endpoint={endpoint} />}
      {detailed && url && <RequestExample endpoint={endpoint} url={url} />}
    </Flex>
  );
}
