import type { RunCost as Cost } from '@mlinfra/plugin-mlinfra-common';
import { formatSmallUsd } from '../../format/usd';
import { useMessages, type Messages } from '../../translation/useMessages';

interface RunCostProps {
  cost: Cost | undefined;
}

/** What a run or a step has cost, never more exact than it is known; nothing where it was not computed yet. */
export function RunCost({ cost }: RunCostProps) {
  const t = useMessages();
  return cost ? <span>{runCostText(cost, t)}</span> : null;
}

/** The same as text. */
export function runCostText({ usd: amount, accuracy }: Cost, t: Messages) {
  if (amount === undefined) {
    return t('runs.cost.unknown');
  }
  const usd = formatSmallUsd(amount);
  switch (accuracy) {
    case 'exact':
      return t('runs.cost.exact', { usd });
    case 'at-most':
      return t('runs.cost.atMost', { usd });
    default:
      // Words of a newer backend promise nothing here either.
      return t('runs.cost.partial', { usd });
  }
}
