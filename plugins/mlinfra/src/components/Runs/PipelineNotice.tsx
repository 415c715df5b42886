import { Alert, Text } from '@backstage/ui';
import type { Pipeline } from '@mlinfra/plugin-mlinfra-common';
import { errorKind } from '../../data/errorKind';
import { formatAge } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import { MutedText } from '../MutedText/MutedText';

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
        <MutedText as="p">{t('runs.pipeline.express')}</MutedText>
      )}
      {type !== 'EXPRESS' && !runsCollectedAt && !runsError && (
        <MutedText as="p">{t('runs.pipeline.notListed')}</MutedText>
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
        <MutedText as="p">
          {t('runs.pipeline.contractProblem', { problem: contractProblem })}
        </MutedText>
      )}
    </>
  );
}

/** AWS keeps no list of such a machine's runs. */
export function isExpress({ type }: Pipeline): boolean {
  return type === 'EXPRESS';
}
