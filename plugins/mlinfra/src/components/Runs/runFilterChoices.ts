import { RUN_PERIODS } from '../../data/runPeriods';
import type { Messages } from '../../translation/useMessages';
import { RUN_STATUSES } from '../StatusBadge/RunStatusBadge';

/** The statuses that runs can be filtered by. */
export const statusOptions = (t: Messages) =>
  RUN_STATUSES.filter(status => status !== 'unknown').map(value => ({
    value,
    label: t(`runs.status.${value}`),
  }));

/** The times that runs can be filtered by. */
export const periodChoice = (t: Messages) => ({
  name: 'period' as const,
  label: t('runs.filter.period'),
  options: RUN_PERIODS.map(value => ({
    value,
    label: t(`runs.filter.periods.${value}`),
  })),
});

/** The pipelines that runs can be filtered by; the chosen one is always among them. */
export function pipelineChoice(
  known: { id: string; name: string }[],
  chosen: string | undefined,
  t: Messages,
) {
  const names = new Map([
    ...(chosen ? [[chosen, chosen.split(':').at(-1) ?? chosen] as const] : []),
    ...known.map(({ id, name }) => [id, name] as const),
  ]);
  return {
    name: 'pipelineId' as const,
    label: t('runs.filter.pipeline'),
    options: [...names].map(([value, label]) => ({ value, label })),
  };
}
