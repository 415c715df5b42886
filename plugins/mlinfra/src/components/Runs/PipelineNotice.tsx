import { Alert, Text } from '@backstage/ui';
import type { Pipeline } from '@mlinfra/plugin-mlinfra-common';
import { errorKind } from '../../data/errorKind';
import { formatAge } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';

interface PipelineNoticeProps {
  pipeline: Pipeline;
}

/** Why the runs of a pipeline are missing or old; nothing where they are not. */
export function PipelineNotice({ pipeline }: PipelineNoticeProps) {
  const { type, runsError, runsCollectedAt, contractProblem } = pipeline;
  const t = useMessages();
  return (
    <>
      {isExpress(pipeline) && (
        <Text as="p" variant="body-small" color="secondary">
          {t('runs.pipeline.express')}
        </Text>
      )}
      {type !== 'EXPRESS' && !runsCollectedAt && !runsError && (
        <Text as="p" variant="body-small" color="secondary">
          {t('runs.pipeline.notListed')}
        </Text>
      )}
      {runsError && (
        <Alert
          status="warning"
          icon
          title={t(`runs.pipeline.problem.${errorKind(runsError)}`)}
          description={
            <>
              <Text as="p" variant="body-small">
                {runsError.message}
              </Text>
              <Text as="p" variant="body-small">
                {runsCollectedAt
                  ? t('runs.pipeline.problemKept', {
                      age: formatAge(runsCollectedAt),
                    })
                  : t('runs.pipeline.problemNever')}
              </Text>
            </>
          }
        />
      )}
      {contractProblem && (
        <Text as="p" variant="body-small" color="secondary">
          {t('runs.pipeline.contractProblem', { problem: contractProblem })}
        </Text>
      )}
    </>
  );
}

/** AWS keeps no list of such a machine's runs. */
export function isExpress({ type }: Pipeline): boolean {
  return type === 'EXPRESS';
}
