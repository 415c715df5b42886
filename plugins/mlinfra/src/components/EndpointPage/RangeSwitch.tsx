import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  METRIC_RANGES,
  type MetricRange,
} from '@mlinfra/plugin-mlinfra-common';
import { useMessages } from '../../translation/useMessages';

interface RangeSwitchProps {
  range: MetricRange;
  onChange: (range: MetricRange) => void;
}

/** How far back the charts go. */
export function RangeSwitch({ range, onChange }: RangeSwitchProps) {
  const t = useMessages();
  return (
    <ToggleButtonGroup
      aria-label={t('endpointPage.range.label')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[range]}
      onSelectionChange={keys => {
        const chosen = METRIC_RANGES.find(each => keys.has(each));
        if (chosen) {
          onChange(chosen);
        }
      }}
    >
      {METRIC_RANGES.map(each => (
        <ToggleButton key={each} id={each} size="small">
          {t(`endpointPage.range.${each}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
