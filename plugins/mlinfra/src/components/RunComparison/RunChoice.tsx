import { Flex, Link, Select } from '@backstage/ui';
import type { Run } from '@mlinfra/plugin-mlinfra-common';
import { useOptionalRoute } from '../../api/useOptionalRoute';
import { formatInstant } from '../../format/instant';
import { runRouteRef } from '../../routes';
import { useMessages } from '../../translation/useMessages';
import { MutedText } from '../MutedText/MutedText';
import { knownRunStatus, RunStatusBadge } from '../StatusBadge/RunStatusBadge';

interface RunChoiceProps {
  label: string;
  run: Run;
  /** Runs to choose from. */
  others: Run[];
  onChoose: (id: string) => void;
}

/** Which run stands on one side, and the choice of another. */
export function RunChoice({ label, run, others, onChoose }: RunChoiceProps) {
  const t = useMessages();
  const path = useOptionalRoute(runRouteRef)?.({ id: run.id });
  const options = others.some(({ id }) => id === run.id)
    ? others
    : [run, ...others];
  return (
    <Flex direction="column" gap="2">
      <Select
        label={label}
        size="small"
        options={options.map(({ id, name, status, startedAt }) => ({
          value: id,
          label: [
            name,
            t(`runs.status.${knownRunStatus(status)}`),
            formatInstant(startedAt),
          ].join(', '),
        }))}
        selectedKey={run.id}
        onSelectionChange={key => {
          if (key !== null && key !== run.id) {
            onChoose(String(key));
          }
        }}
      />
      <Flex align="center" gap="3" style={{ flexWrap: 'wrap' }}>
        <RunStatusBadge status={run.status} />
        <MutedText>{run.pipelineName}</MutedText>
        {path && (
          <Link href={path} variant="body-small">
            {t('runPage.compare.open', { name: run.name })}
          </Link>
        )}
      </Flex>
    </Flex>
  );
}
