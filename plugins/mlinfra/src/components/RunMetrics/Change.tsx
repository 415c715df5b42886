import {
  RiArrowDownLine,
  RiArrowUpLine,
  RiEqualLine,
  RiThumbDownLine,
  RiThumbUpLine,
} from '@remixicon/react';
import { useMessages } from '../../translation/useMessages';
import { StatusBadge, type StatusLook } from '../StatusBadge/StatusBadge';
import { signed, type MetricChange } from './metricChange';
import styles from './RunMetrics.module.css';

interface ChangeProps {
  change: MetricChange | undefined;
}

const LOOKS: Record<MetricChange['verdict'], StatusLook> = {
  better: { tone: 'positive', icon: RiThumbUpLine },
  worse: { tone: 'negative', icon: RiThumbDownLine },
  same: { tone: 'neutral', icon: RiEqualLine },
};

/** A difference in a figure, a word and a sign: "−74.6 % better". */
export function Change({ change }: ChangeProps) {
  const t = useMessages();
  if (!change) {
    return <>–</>;
  }
  const { verdict, amount, kind } = change;
  const Direction = amount && amount > 0 ? RiArrowUpLine : RiArrowDownLine;
  return (
    <span className={styles.change}>
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
      <StatusBadge
        {...LOOKS[verdict]}
        label={t(`runPage.metrics.${verdict}`)}
      />
    </span>
  );
}
