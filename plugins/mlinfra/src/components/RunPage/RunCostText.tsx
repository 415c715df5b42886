import type { RunCost } from '@mlinfra/plugin-mlinfra-common';
import { useMessages } from '../../translation/useMessages';
import { formatRunUsd } from './formatRunUsd';

interface RunCostTextProps {
  cost: RunCost;
}

/** What something cost and how exactly that is known, to fractions of a cent. */
export function RunCostText({ cost }: RunCostTextProps) {
  const t = useMessages();
  if (cost.usd === undefined) {
    return <>{t('runs.cost.unknown')}</>;
  }
  const usd = formatRunUsd(cost.usd);
  switch (cost.accuracy) {
    case 'exact':
      return <>{t('runs.cost.exact', { usd })}</>;
    case 'at-most':
      return <>{t('runs.cost.atMost', { usd })}</>;
    default:
      // Words of a newer backend promise nothing here either.
      return <>{t('runs.cost.partial', { usd })}</>;
  }
}
