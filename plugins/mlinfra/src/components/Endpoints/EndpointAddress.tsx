import type { Endpoint } from '@mlinfra/plugin-mlinfra-common';
import { useMessages } from '../../translation/useMessages';
import { MutedText } from '../MutedText/MutedText';
import { EndpointUrl } from './EndpointUrl';

const NO_URL = {
  'rest-api': 'endpoints.noUrl.api',
  'http-api': 'endpoints.noUrl.api',
  'ecs-service': 'endpoints.noUrl.service',
  'sagemaker-endpoint': 'endpoints.noUrl.model',
} as const;

interface EndpointAddressProps {
  endpoint: Endpoint;
}

/** Where requests go, or why there is no address for them. */
export function EndpointAddress({ endpoint }: EndpointAddressProps) {
  const t = useMessages();
  const { kind, url } = endpoint;
  if (url) {
    return <EndpointUrl endpoint={{ ...endpoint, url }} />;
  }
  return (
    <MutedText as="p">{t(NO_URL[kind] ?? 'endpoints.noUrl.api')}</MutedText>
  );
}
