import type { EndpointMetricId } from '@mlinfra/plugin-mlinfra-common';

/** How a line is drawn; its dashes tell it apart where colours do not. */
export interface LineLook {
  colour: string;
  dashes?: string;
}

const FIRST = 'var(--bui-announcement-fg-subdued)';
const SECOND = 'var(--bui-warning-fg-subdued)';

/** The looks of all metrics. */
export const LINE_LOOKS: Record<EndpointMetricId, LineLook> = {
  invocations: { colour: FIRST },
  errors: { colour: 'var(--bui-negative-fg-subdued)' },
  'latency-p95': { colour: FIRST },
  'latency-p50': { colour: SECOND, dashes: '4 3' },
  cpu: { colour: FIRST },
  memory: { colour: SECOND, dashes: '4 3' },
};
