/** Where the lines of a chart lie. */
export interface PlotArea {
  left: number;
  top: number;
  width: number;
  height: number;
  /** The value at the upper edge; zero is at the lower one. */
  max: number;
}

/** The horizontal place of a period. */
export function xOf(index: number, count: number, area: PlotArea): number {
  return area.left + (count > 1 ? (index / (count - 1)) * area.width : 0);
}

/** The vertical place of a value. */
export function yOf(value: number, { top, height, max }: PlotArea): number {
  return top + height - (max > 0 ? Math.min(value / max, 1) : 0) * height;
}

/**
 * The path of an SVG line through values; a gap where nothing was measured. A
 * value alone between two gaps is a dot, which round line ends make visible.
 */
export function linePath(values: Array<number | null>, area: PlotArea): string {
  return values
    .flatMap((value, index) => {
      if (value === null) {
        return [];
      }
      const place = `${round(xOf(index, values.length, area))},${round(
        yOf(value, area),
      )}`;
      const begins = (values[index - 1] ?? null) === null;
      const alone = begins && (values[index + 1] ?? null) === null;
      return `${begins ? 'M' : 'L'}${place}${alone ? 'h0.01' : ''}`;
    })
    .join('');
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
