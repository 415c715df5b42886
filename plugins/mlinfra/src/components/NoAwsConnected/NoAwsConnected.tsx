import { Flex, Text } from '@backstage/ui';
import { RiCloudOffLine } from '@remixicon/react';
import { useMessages } from '../../translation/useMessages';
import { CodeBlock } from '../CodeBlock/CodeBlock';

const CONFIGURATION = `mlinfra:
  accounts:
    - accountId: '123456789012'
      name: ml-dev
      regions: [eu-central-1]
      environments: [dev]
      owners: ['group:default/ml-team']
aws:
  accounts:
    - accountId: '123456789012'
      roleName: mlinfra-read`;

interface NoAwsConnectedProps {
  /** What there is nowhere to look for. */
  what: string;
}

/** Says plainly that no AWS is connected, and how to connect one or do without. */
export function NoAwsConnected({ what }: NoAwsConnectedProps) {
  const t = useMessages();
  return (
    <Flex direction="column" gap="3">
      <Flex align="center" gap="2">
        <RiCloudOffLine size={20} aria-hidden />
        <Text as="p" variant="body-medium" weight="bold">
          {t('common.noAws.title')}
        </Text>
      </Flex>
      <Text as="p" variant="body-medium">
        {t('common.noAws.description', { what })}
      </Text>
      <CodeBlock code={CONFIGURATION} what="app-config.yaml" />
      <Text as="p" variant="body-medium">
        {t('common.noAws.try')}
      </Text>
    </Flex>
  );
}
