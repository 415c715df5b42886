import { Flex, Text } from '@backstage/ui';
import type {
  EndpointService,
  StoppedContainer,
} from '@mlinfra/plugin-mlinfra-common';
import { formatAge, formatInstant } from '../../format/instant';
import { useMessages, type Messages } from '../../translation/useMessages';
import { MutedText } from '../MutedText/MutedText';
import { PlainTable } from '../PlainTable/PlainTable';
import styles from './Endpoints.module.css';

/** Enough of a task's id to tell it from the others and to find it. */
const ID_LENGTH = 8;

interface StoppedTasksProps {
  service: EndpointService;
}

/** Tasks of a service that have stopped, and why; nothing where none has. */
export function StoppedTasks({ service }: StoppedTasksProps) {
  const t = useMessages();
  if (service.stoppedTasks.length === 0) {
    return null;
  }
  const caption = t('endpoints.service.stopped', { name: service.name });
  return (
    <Flex direction="column" gap="1">
      <Text as="h6" variant="body-small" weight="bold">
        {caption}
      </Text>
      <PlainTable
        caption={caption}
        columns={[
          { label: t('endpoints.service.stoppedColumn.task') },
          { label: t('endpoints.service.stoppedColumn.at') },
          { label: t('endpoints.service.stoppedColumn.code') },
          { label: t('endpoints.service.stoppedColumn.reason') },
          { label: t('endpoints.service.stoppedColumn.containers') },
        ]}
        rows={service.stoppedTasks.map(
          ({
            id,
            stopCode,
            reason,
            stoppedAt,
            taskDefinition,
            containers,
          }) => ({
            key: id,
            cells: [
              <Flex direction="column" gap="0">
                <code className={styles.id} title={id}>
                  {id.slice(0, ID_LENGTH)}
                </code>
                {taskDefinition && <MutedText>{taskDefinition}</MutedText>}
              </Flex>,
              stoppedAt ? (
                <time dateTime={stoppedAt} title={formatInstant(stoppedAt)}>
                  {formatAge(stoppedAt)}
                </time>
              ) : (
                '–'
              ),
              stopCode ?? '–',
              reason ?? t('endpoints.service.noReason'),
              <ul className={styles.containers}>
                {containers.map(container => (
                  <li key={container.name}>{containerText(container, t)}</li>
                ))}
              </ul>,
            ],
          }),
        )}
      />
    </Flex>
  );
}

function containerText(
  { name, exitCode, reason }: StoppedContainer,
  t: Messages,
): string {
  const exit =
    exitCode === undefined
      ? t('endpoints.service.noExitCode')
      : t('endpoints.service.exitCode', { code: String(exitCode) });
  return [`${name}: ${exit}`, reason].filter(Boolean).join(', ');
}
