import { Alert, Button, Flex, Switch, Text } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useMessages } from '../../translation/useMessages';
import { CopyButton } from '../CopyButton/CopyButton';
import { LoadingLines } from '../Infrastructure/LoadingLines';
import { LoadError } from '../LoadError/LoadError';
import { MutedText } from '../MutedText/MutedText';
import { logText, logTime } from './logText';
import styles from './RunLogs.module.css';
import { useRunLogs } from './useRunLogs';

/** Nearer to the end than this, new lines are scrolled to. */
const NEAR_END = 24;

interface RunLogsProps {
  runId: string;
  runName: string;
  stepId: string;
  stateName: string;
  /** Number of the attempt. */
  attempt: number;
  /** Whether the attempt still runs. */
  following: boolean;
}

/** The end of the log of a step's attempt. Asks only while it is on the page. */
export function RunLogs(props: RunLogsProps) {
  const { runId, runName, stepId, stateName, attempt, following } = props;
  const t = useMessages();
  const log = useRunLogs(runId, stepId, attempt, following);
  const { lines, answer, error, previousCursor } = log;
  const [wrap, setWrap] = useState(true);
  const place = useRef<HTMLPreElement>(null);
  const atEnd = useRef(true);
  const last = lines.at(-1);

  useLayoutEffect(() => {
    if (atEnd.current && place.current) {
      place.current.scrollTop = place.current.scrollHeight;
    }
  }, [last]);

  const what = t('runPage.logs.what');
  const failure = (
    <LoadError
      latest={{ ...log, data: answer }}
      subject={{ what, permission: 'inventory' }}
    />
  );
  if (!answer) {
    return error ? failure : <LoadingLines what={what} />;
  }
  const emptyText =
    answer.problem ??
    t(following ? 'runPage.logs.emptyRunning' : 'runPage.logs.empty');
  return (
    <Flex direction="column" gap="2">
      {failure}
      {log.gap && <Alert status="info" icon title={t('runPage.logs.gap')} />}
      {lines.length === 0 && (
        <Text as="p" variant="body-medium">
          {emptyText}
        </Text>
      )}
      {lines.length > 0 && (
        <>
          {answer.problem && (
            <Alert status="warning" icon title={answer.problem} />
          )}
          <div className={styles.bar}>
            {previousCursor !== undefined && (
              <Button
                size="small"
                variant="secondary"
                isPending={log.pendingEarlier}
                onPress={log.loadEarlier}
              >
                {t('runPage.logs.earlier')}
              </Button>
            )}
            <Switch
              label={t('runPage.logs.wrap')}
              isSelected={wrap}
              onChange={setWrap}
            />
            <span className={styles.end}>
              <Button
                size="small"
                variant="secondary"
                iconStart={<RiDownloadLine />}
                onPress={() =>
                  download(
                    `${runName}-${stateName}-${attempt}.log`,
                    logText(lines),
                  )
                }
              >
                {t('runPage.logs.download')}
              </Button>
              <CopyButton text={logText(lines)} what={what} />
            </span>
          </div>
          <pre
            ref={place}
            className={styles.lines}
            data-wrap={wrap}
            role="region"
            aria-label={t('runPage.logs.label', {
              step: stateName,
              number: String(attempt),
            })}
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
            tabIndex={0}
            onScroll={({ currentTarget }) => {
              const { scrollTop, scrollHeight, clientHeight } = currentTarget;
              atEnd.current =
                scrollHeight - clientHeight - scrollTop < NEAR_END;
            }}
          >
            {lines.map(({ at, message }, index) => (
              // Lines have no name of their own and are only added at the ends.
              // eslint-disable-next-line react/no-array-index-key
              <span key={index} className={styles.line}>
                <time dateTime={at} title={at} className={styles.time}>
                  {logTime(at)}
                </time>
                {` ${message}\n`}
              </span>
            ))}
          </pre>
        </>
      )}
      <MutedText as="p" variant="body-x-small">
        {[
          t('runPage.logs.group', { group: answer.logGroup }),
          answer.logStream &&
            t('runPage.logs.stream', { stream: answer.logStream }),
          following && t('runPage.logs.follow'),
        ]
          .filter(Boolean)
          .join(', ')}
      </MutedText>
    </Flex>
  );
}

function download(name: string, text: string) {
  const url = URL.createObjectURL(
    new Blob([text], { type: 'text/plain;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
