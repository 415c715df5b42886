import { Alert, Text } from '@backstage/ui';
import type { Pipeline } from '@mlinfra/plugin-mlinfra-common';
import { errorText } from '../../data/errorReason';
import { runPlace } from '../../data/runPlace';
import { startProblem } from '../../data/startProblem';
import { useMessages } from '../../translation/useMessages';
import { ProductionNotice } from '../RunActions/ProductionNotice';
import type { EarlierInput } from '../RunActions/startAgainInput';
import { isInputRefused, isUnanswered } from './refusal';

interface StartRunNoticesProps {
  pipeline: Pipeline;
  earlier: EarlierInput | undefined;
  error: Error | undefined;
}

/** Where a run will be started, what is odd about its input, and why it was not started. */
export function StartRunNotices(props: StartRunNoticesProps) {
  const { pipeline, earlier, error } = props;
  const { name, region, environment } = pipeline;
  const problem = startProblem(pipeline);
  const t = useMessages();
  return (
    <>
      <ProductionNotice environment={environment} />
      <Text as="p" variant="body-medium">
        {t('runs.start.where', {
          pipeline: name,
          region,
          ...runPlace(pipeline, t),
        })}
      </Text>
      {problem && (
        <Alert
          status="danger"
          icon
          title={t('runs.start.contractUnknown')}
          description={problem}
        />
      )}
      {earlier && !earlier.input && (
        <Alert status="info" icon title={t('runs.start.cut')} />
      )}
      {earlier?.redactedAs && (
        <Alert
          status="warning"
          icon
          title={t('runs.start.redacted', { mark: earlier.redactedAs })}
        />
      )}
      {error && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t(
            isInputRefused(error) ? 'runs.start.invalid' : 'runs.start.failed',
          )}
          description={
            isUnanswered(error)
              ? `${errorText(error)} ${t('runs.start.failedUnsure')}`
              : errorText(error)
          }
        />
      )}
    </>
  );
}
