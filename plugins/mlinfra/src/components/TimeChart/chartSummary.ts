import type { MetricSeries } from '@mlinfra/plugin-mlinfra-common';
import { highestOf, totalOf } from '../../data/metricSummary';
import { formatMetricValue } from '../../format/metricValue';
import type { Messages } from '../../translation/useMessages';

const MINUTE = 60;
const HOUR = 3_600;

/** A whole chart in a few words: the total of what is counted, else the highest values. */
export function chartSummary(
  series: MetricSeries[],
  periodSeconds: number,
  t: Messages,
): string {
  if (series.every(({ values }) => values.every(value => value === null))) {
    return t('endpointPage.chart.empty');
  }
  return series
    .map(each => {
      const { metric, unit } = each;
      const highest = formatMetricValue(highestOf(each), unit);
      if (unit === 'count') {
        return t('endpointPage.chart.total', {
          value: formatMetricValue(totalOf(each), unit),
          peak: highest,
          period: periodText(periodSeconds, t),
        });
      }
      return t('endpointPage.chart.value', {
        line: t(`endpointPage.chart.line.${metric}`),
        value: t('endpointPage.chart.highest', { value: highest }),
      });
    })
    .join(', ');
}

function periodText(seconds: number, t: Messages): string {
  if (seconds === MINUTE) {
    return t('endpointPage.chart.period.minute');
  }
  return seconds === HOUR
    ? t('endpointPage.chart.period.hour')
    : t('endpointPage.chart.period.minutes', {
        number: String(Math.round(seconds / MINUTE)),
      });
}
