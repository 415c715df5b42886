import { Flex, Text } from '@backstage/ui';
import type { Endpoint } from '@mlinfra/plugin-mlinfra-common';
import type { ReactNode } from 'react';
import { formatInstant } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import { Facts } from '../Facts/Facts';
import { FunctionFacts } from './FunctionFacts';
import { ModelFacts } from './ModelFacts';
import { ServiceFacts } from './ServiceFacts';

interface EndpointDetailsProps {
  endpoint: Endpoint;
}

/** What a card has no room for: where it runs, and what answers. */
export function EndpointDetails({ endpoint }: EndpointDetailsProps) {
  const { accountId, accountName, functions, services, model } = endpoint;
  const { deployedAt } = endpoint;
  const t = useMessages();
  return (
    <Flex direction="column" gap="4" mt="2">
      <Facts
        facts={[
          [
            t('endpoints.field.account'),
            accountName ? `${accountName} (${accountId})` : accountId,
          ],
          [t('endpoints.field.region'), endpoint.region],
          [t('endpoints.field.stack'), endpoint.stack],
          [t('endpoints.field.templateVersion'), endpoint.templateVersion],
          [
            t('endpoints.field.deployedAt'),
            deployedAt && formatInstant(deployedAt),
          ],
        ]}
      />
      {functions.length > 0 && (
        <Part title={t('endpoints.function.title')}>
          {functions.map(item => (
            <FunctionFacts key={item.arn} item={item} />
          ))}
        </Part>
      )}
      {services.length > 0 && (
        <Part title={t('endpoints.service.title')}>
          {services.map(service => (
            <ServiceFacts
              key={service.arn}
              service={service}
              saidAlready={endpoint.statusReason}
            />
          ))}
        </Part>
      )}
      {model && (
        <Part title={t('endpoints.model.title')}>
          <ModelFacts model={model} />
        </Part>
      )}
    </Flex>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Flex direction="column" gap="2">
      <Text as="h5" variant="body-medium" weight="bold">
        {title}
      </Text>
      {children}
    </Flex>
  );
}
