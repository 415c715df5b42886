/** How the bars of one run are filled: the first plain, the second hatched. */
export const SERIES_COLOURS = [
  'var(--bui-announcement-fg-subdued)',
  'var(--bui-warning-fg-subdued)',
];

interface SeriesPatternProps {
  id: string;
  index: number;
}

/** The fill of a run's bars as an SVG pattern; colour is never the only difference. */
export function SeriesPattern({ id, index }: SeriesPatternProps) {
  const colour = SERIES_COLOURS[index % SERIES_COLOURS.length];
  return (
    <pattern
      id={id}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect
        width="6"
        height="6"
        style={{ fill: colour, fillOpacity: index === 0 ? 1 : 0.25 }}
      />
      {index > 0 && <rect width="3" height="6" style={{ fill: colour }} />}
    </pattern>
  );
}
