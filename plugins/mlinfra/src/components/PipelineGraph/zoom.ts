/** How large the graph is drawn: to its place's width, wholly visible, or by a factor. */
export type Zoom = 'width' | 'whole' | number;

/** Below this, names cannot be read; then the graph scrolls instead. */
const READABLE = 0.75;
const MIN = 0.1;
const MAX = 2;
const STEP = 1.25;

/** The place that a graph is drawn in. */
export interface ZoomPlace {
  width: number;
  height: number;
}

/** The factor that a zoom comes to. */
export function zoomFactor(
  zoom: Zoom,
  graph: ZoomPlace,
  place: ZoomPlace,
): number {
  if (typeof zoom === 'number') {
    return zoom;
  }
  const byWidth = place.width / graph.width;
  return zoom === 'width'
    ? clamp(byWidth, READABLE, 1)
    : clamp(Math.min(byWidth, place.height / graph.height), MIN, 1);
}

/** The next larger or smaller factor. */
export function zoomStep(factor: number, direction: 1 | -1): number {
  const next = direction === 1 ? factor * STEP : factor / STEP;
  // 100 % is not jumped over.
  const passes = (factor - 1) * (next - 1) < 0;
  return clamp(passes ? 1 : next, MIN, MAX);
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
