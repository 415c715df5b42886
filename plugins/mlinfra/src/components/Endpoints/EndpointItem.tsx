import type { Entity } from '@backstage/catalog-model';
import { Badge, Flex, Text } from '@backstage/ui';
import type { Endpoint } from '@mlinfra/plugin-mlinfra-common';
import type { Age } from '../../data/rowAges';
import { useMessages } from '../../translation/useMessages';
import { CopyButton } from '../CopyButton/CopyButton';
import { DataAge } from '../DataAge/DataAge';
import { EndpointStatusBadge } from '../StatusBadge/EndpointStatusBadge';
import { EndpointDetails } from './EndpointDetails';
import { EndpointLinks } from './EndpointLinks';
import styles from './Endpoints.module.css';
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
      <div className={styles.line}>
        <EndpointStatusBadge status={status} />
        <Badge size="small">{environment ?? t('common.anyEnvironment')}</Badge>
        <Text
          as="h4"
          variant="body-medium"
          weight="bold"
          className={styles.name}
        >
          {name}
        </Text>
      </div>
      {url ? (
        <div className={styles.url}>
          <code>{endpoint.method ? `${endpoint.method} ${url}` : url}</code>
          <CopyButton text={url} what={t('endpoints.field.url', { name })} />
        </div>
      ) : (
        <Text as="p" variant="body-small" color="secondary">
          {t('endpoints.noUrl')}
        </Text>
      )}
      {(detailed || status !== 'live') && (
        <Text as="p" variant="body-small">
          {endpoint.statusReason}
        </Text>
      )}
      <div className={styles.line}>
        <Text variant="body-small" color="secondary">
          {`${t('endpoints.field.auth')}: ${auth}`}
        </Text>
        {age && <DataAge {...age} />}
        <EndpointLinks
          entity={entity}
          endpoint={endpoint}
          onOwnPage={detailed}
        />
      </div>
      {detailed && <EndpointDetails endpoint={endpoint} />}
    </Flex>
  );
}
