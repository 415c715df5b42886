import type { Entity } from '@backstage/catalog-model';
import { Badge, Flex, Text } from '@backstage/ui';
import type { Endpoint } from '@mlinfra/plugin-mlinfra-common';
import type { Age } from '../../data/rowAges';
import { useMessages } from '../../translation/useMessages';
import { DataAge } from '../DataAge/DataAge';
import { ItemHeading } from '../ItemList/ItemHeading';
import { ItemLine } from '../ItemList/ItemLine';
import { MutedText } from '../MutedText/MutedText';
import { EndpointStatusBadge } from '../StatusBadge/EndpointStatusBadge';
import { EndpointDetails } from './EndpointDetails';
import { EndpointLinks } from './EndpointLinks';
import { EndpointUrl } from './EndpointUrl';
import { knownAuth } from './knownAuth';

interface EndpointItemProps {
  entity: Entity;
  endpoint: Endpoint;
  /** Left out where the header's age is this one's too. */
  age?: Age;
  detailed?: boolean;
}

/** One endpoint: what it is, whether it works and where to send requests. */
export function EndpointItem(props: EndpointItemProps) {
  const { entity, endpoint, age, detailed } = props;
  const { name, status, environment, url } = endpoint;
  const t = useMessages();
  const auth = t(`endpoints.auth.${knownAuth(endpoint.auth)}`);
  return (
    <Flex direction="column" gap="2">
      <ItemLine>
        <EndpointStatusBadge status={status} />
        <Badge size="small">{environment ?? t('common.anyEnvironment')}</Badge>
        <ItemHeading>{name}</ItemHeading>
      </ItemLine>
      {url ? (
        <EndpointUrl endpoint={{ ...endpoint, url }} />
      ) : (
        <MutedText as="p">{t('endpoints.noUrl')}</MutedText>
      )}
      {(detailed || status !== 'live') && (
        <Text as="p" variant="body-small">
          {endpoint.statusReason}
        </Text>
      )}
      <ItemLine>
        <MutedText>{`${t('endpoints.field.auth')}: ${auth}`}</MutedText>
        {age && <DataAge {...age} />}
        <EndpointLinks
          entity={entity}
          endpoint={endpoint}
          onOwnPage={detailed}
        />
      </ItemLine>
      {detailed && <EndpointDetails endpoint={endpoint} />}
    </Flex>
  );
}
