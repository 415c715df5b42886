import type { Entity } from '@backstage/catalog-model';
import { Flex, Text } from '@backstage/ui';
import { deployCommand, emulatedDeployCommand } from '../../data/deployCommand';
import { useMessages } from '../../translation/useMessages';
import { CodeBlock } from '../CodeBlock/CodeBlock';

interface DeployHintProps {
  entity: Entity;
  emulated: boolean;
}

/** The one command that makes something appear here; nothing where it is not known. */
export function DeployHint({ entity, emulated }: DeployHintProps) {
  const t = useMessages();
  const command = emulated
    ? emulatedDeployCommand(entity)
    : deployCommand(entity);
  if (!command) {
    return null;
  }
  return (
    <Flex direction="column" gap="2">
      <Text as="p" variant="body-medium">
        {t(emulated ? 'common.empty.deployEmulated' : 'common.empty.deploy')}
      </Text>
      <CodeBlock code={command} what={t('common.empty.deployCommand')} />
    </Flex>
  );
}
