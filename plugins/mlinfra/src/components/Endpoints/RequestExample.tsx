import { Flex, Text } from '@backstage/ui';
import type { Endpoint } from '@mlinfra/plugin-mlinfra-common';
import { curlExample } from '../../data/curlExample';
import { useMessages } from '../../translation/useMessages';
import { CodeBlock } from '../CodeBlock/CodeBlock';
import { MutedText } from '../MutedText/MutedText';
import { knownAuth } from './knownAuth';

const NOTES = {
  none: undefined,
  'api-key': 'endpoints.request.apiKey',
  iam: 'endpoints.request.iam',
  jwt: 'endpoints.request.jwt',
  unknown: 'endpoints.request.unknown',
} as const;

interface RequestExampleProps {
  endpoint: Endpoint;
  url: string;
  title?: string;
}

/** A request to copy, and where its secret comes from. */
export function RequestExample(props: RequestExampleProps) {
  const { endpoint, url, title } = props;
  const t = useMessages();
  const note = NOTES[knownAuth(endpoint.auth)];
  return (
    <Flex direction="column" gap="2">
      <Text as="h5" variant="body-medium" weight="bold">
        {title ?? t('endpoints.request.title')}
      </Text>
      <CodeBlock
        code={curlExample(endpoint, url)}
        what={t('endpoints.request.what')}
      />
      {note && <MutedText as="p">{t(note)}</MutedText>}
    </Flex>
  );
}
