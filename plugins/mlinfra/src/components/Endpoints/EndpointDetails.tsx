import { Flex, Text } from '@backstage/ui';
import type { Endpoint } from '@mlinfra/plugin-mlinfra-common';
import { formatInstant } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import { Facts } from '../Facts/Facts';
import { FunctionFacts } from './FunctionFacts';
import { RequestExample } from './RequestExample';

interface EndpointDetailsProps {
  endpoint: Endpoint;
}

/** What a card has no room for: where it runs, on what, and how to call it. */
export function EndpointDetails({ endpoint }: EndpointDetailsProps) {
  const { accountId, accountName, functions, url, deployedAt } = endpoint;
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
          [t('endpoints.field.kind'), t(`endpoints.kind.${endpoint.kind}`)],
          [t('endpoints.field.stack'), endpoint.stack],
          [t('endpoints.field.templateVersion'), endpoint.templateVersion],
          [
            t('endpoints.field.deployedAt'),
            deployedAt && formatInstant(deployedAt),
          ],
        ]}
      />
      {functions.length > 0 && (
        <Flex direction="column" gap="2">
          <Text as="h5" variant="body-medium" weight="bold">
            {t('endpoints.function.title')}
          </Text>
          {functions.map(item => (
            <FunctionFacts key={item.arn} item={item} />
          ))}
        </Flex>
      )}
      {url && <RequestExample endpoint={endpoint} url={url} />}
    </Flex>
  );
}
