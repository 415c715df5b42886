import type { Point } from './graphLayout';

/** A way through points as an SVG path, its corners rounded. */
export function linkPath(points: Point[]): string {
  if (points.length === 0) {
    return '';
  }
  const [first, ...rest] = points;
  const last = rest.pop();
  if (!last) {
    return `M${text(first)}`;
  }
  const parts = [`M${text(first)}`];
  rest.forEach((corner, index) => {
    const next = rest[index + 1];
    // The last piece ends in the last point, straight into the arrow's tip.
    const end = next ? middle(corner, next) : middle(corner, last);
    parts.push(`Q${text(corner)} ${text(end)}`);
  });
  return [...parts, `L${text(last)}`].join(' ');
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function text({ x, y }: Point): string {
  return `${round(x)},${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
