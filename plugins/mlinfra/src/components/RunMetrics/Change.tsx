import {
  RiArrowDownLine,
  RiArrowUpLine,
  RiEqualLine,
  RiThumbDownLine,
  RiThumbUpLine,
} from '@remixicon/react';
import { useMessages } from '../../translation/useMessages';
import { signed, type MetricChange } from './metricChange';
import styles from './RunMetrics.module.css';

interface ChangeProps {
  change: MetricChange | undefined;
}

const ICONS = {
  better: RiThumbUpLine,
  worse: RiThumbDownLine,
  same: RiEqualLine,
} as const;

/** A difference in a figure, a word and a sign: "−74.6 % better". */
export function Change({ change }: ChangeProps) {
  const t = useMessages();
  if (!change) {
    return <>–</>;
  }
  const { verdict, amount, kind } = change;
  const Icon = ICONS[verdict];
  const Direction = amount && amount > 0 ? RiArrowUpLine : RiArrowDownLine;
  return (
    <span className={styles.change} data-verdict={verdict}>
      {amount !== undefined && amount !== 0 && (
        <>
          <Direction size={14} aria-hidden />
          <span>
            {kind === 'points'
              ? t('runPage.metrics.points', { value: signed(amount) })
              : `${signed(amount)} %`}
          </span>
        </>
      )}
      <span className={styles.verdict}>
        <Icon size={14} aria-hidden />
        {t(`runPage.metrics.${verdict}`)}
      </span>
    </span>
  );
}
