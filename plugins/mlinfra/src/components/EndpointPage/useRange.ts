import {
  METRIC_RANGES,
  type MetricRange,
} from '@mlinfra/plugin-mlinfra-common';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

const USUAL: MetricRange = '24h';

/** The time range of the charts, kept in the address so that it can be sent to someone. */
export function useRange(): [
  range: MetricRange,
  setRange: (range: MetricRange) => void,
] {
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get('range');
  const range = METRIC_RANGES.find(each => each === asked) ?? USUAL;
  const setRange = useCallback(
    (chosen: MetricRange) =>
      setParameters(
        previous => {
          const next = new URLSearchParams(previous);
          next.set('range', chosen);
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );
  return [range, setRange];
}
