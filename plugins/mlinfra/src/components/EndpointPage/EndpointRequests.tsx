import { Flex, Select } from '@backstage/ui';
import type { EndpointDetailsResponse } from '@mlinfra/plugin-mlinfra-common';
import { useState } from 'react';
import { useMessages } from '../../translation/useMessages';
import { RequestExample } from '../Endpoints/RequestExample';
import { MutedText } from '../MutedText/MutedText';
import { TryIt } from '../TryIt/TryIt';
import { TryItOff } from '../TryIt/TryItOff';
import styles from './EndpointPage.module.css';
import { RequestToCopy } from './RequestToCopy';

interface EndpointRequestsProps {
  details: EndpointDetailsResponse;
}

/** The requests that an endpoint answers: to copy into a shell, and to send from here. */
export function EndpointRequests({ details }: EndpointRequestsProps) {
  const { endpoint, requests, tryIt } = details;
  const t = useMessages();
  const [chosen, choose] = useState<string>();
  const request = requests.find(({ id }) => id === chosen) ?? requests[0];
  if (!request) {
    return (
      <Flex direction="column" gap="3">
        <MutedText as="p">{t('endpointPage.request.none')}</MutedText>
        {!tryIt.allowed && tryIt.reason !== 'no-example' && (
          <TryItOff off={tryIt} />
        )}
      </Flex>
    );
  }
  return (
    <Flex direction="column" gap="4">
      {endpoint.stack === 'inference-api' && endpoint.url && (
        <RequestExample
          endpoint={endpoint}
          url={endpoint.url}
          title={t('endpointPage.request.audio')}
        />
      )}
      {requests.length > 1 && (
        <Select
          className={styles.choice}
          label={t('endpointPage.request.choice')}
          options={requests.map(({ id, title }) => ({
            value: id,
            label: `${title}: ${id}`,
          }))}
          value={request.id}
          onChange={value => choose(String(value))}
        />
      )}
      <div className={styles.requests}>
        <RequestToCopy endpoint={endpoint} request={request} />
        {/* Another request begins anew: its own body, no token, no answer of the last one. */}
        <TryIt
          key={request.id}
          endpoint={endpoint}
          request={request}
          tryIt={tryIt}
        />
      </div>
    </Flex>
  );
}
