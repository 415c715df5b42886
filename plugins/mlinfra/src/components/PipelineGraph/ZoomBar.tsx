import { Button, ButtonIcon } from '@backstage/ui';
import { RiZoomInLine, RiZoomOutLine } from '@remixicon/react';
import { useMessages } from '../../translation/useMessages';
import styles from './PipelineGraph.module.css';
import { zoomStep, type Zoom } from './zoom';

interface ZoomBarProps {
  factor: number;
  onZoom: (zoom: Zoom) => void;
}

/** Sets how large the graph is drawn. */
export function ZoomBar({ factor, onZoom }: ZoomBarProps) {
  const t = useMessages();
  const percent = String(Math.round(factor * 100));
  return (
    <div className={styles.zoom}>
      <ButtonIcon
        size="small"
        variant="secondary"
        aria-label={t('runPage.graph.zoomOut')}
        icon={<RiZoomOutLine />}
        onPress={() => onZoom(zoomStep(factor, -1))}
      />
      <span
        className={styles.percent}
        role="status"
        aria-label={t('runPage.graph.zoom', { percent })}
      >
        {`${percent} %`}
      </span>
      <ButtonIcon
        size="small"
        variant="secondary"
        aria-label={t('runPage.graph.zoomIn')}
        icon={<RiZoomInLine />}
        onPress={() => onZoom(zoomStep(factor, 1))}
      />
      <Button size="small" variant="secondary" onPress={() => onZoom('width')}>
        {t('runPage.graph.fit')}
      </Button>
      <Button size="small" variant="secondary" onPress={() => onZoom('whole')}>
        {t('runPage.graph.whole')}
      </Button>
      <Button size="small" variant="secondary" onPress={() => onZoom(1)}>
        {t('runPage.graph.actual')}
      </Button>
    </div>
  );
}
