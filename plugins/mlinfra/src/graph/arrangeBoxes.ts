import dagre from '@dagrejs/dagre';
import type { Point } from './graphLayout';

/** A box that is to be placed. */
export interface BoxToPlace {
  id: string;
  width: number;
  height: number;
}

/** A way between two boxes that is to be found. */
export interface LinkToPlace {
  id: string;
  from: string;
  to: string;
  /** How much it is kept short and straight. */
  weight: number;
  /** Room for its label. */
  label?: { width: number; height: number };
}

/** Places relative to the upper left corner of all of them. */
export interface Arrangement {
  width: number;
  height: number;
  /** Upper left corners by id. */
  boxes: Map<string, Point>;
  links: Map<string, { points: Point[]; labelAt?: Point }>;
}

/** Arranges boxes from top to bottom along their links. */
export function arrangeBoxes(
  boxes: BoxToPlace[],
  links: LinkToPlace[],
): Arrangement {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 28, edgesep: 18, ranksep: 34 });
  for (const { id, width, height } of boxes) {
    graph.setNode(id, { width, height });
  }
  for (const { id, from, to, weight, label } of links) {
    graph.setEdge(from, to, { weight, labelpos: 'c', ...label }, id);
  }
  dagre.layout(graph);

  const placed = new Map(
    boxes.map(({ id, width, height }): [string, Point] => {
      const { x, y } = graph.node(id);
      return [id, { x: x - width / 2, y: y - height / 2 }];
    }),
  );
  const ways = new Map(
    links.map(({ id, from, to, label }) => {
      const { points, x, y } = graph.edge(from, to, id);
      return [id, { points, labelAt: label && { x, y } }] as const;
    }),
  );
  return moveToOrigin(boxes, links, placed, ways);
}

/** The layout library leaves out loops and labels when it measures the whole. */
function moveToOrigin(
  boxes: BoxToPlace[],
  links: LinkToPlace[],
  placed: Arrangement['boxes'],
  ways: Arrangement['links'],
): Arrangement {
  const corners: Point[] = [];
  for (const { id, width, height } of boxes) {
    const { x, y } = placed.get(id)!;
    corners.push({ x, y }, { x: x + width, y: y + height });
  }
  for (const { id, label } of links) {
    const { points, labelAt } = ways.get(id)!;
    corners.push(...points);
    if (label && labelAt) {
      const { x, y } = labelAt;
      const { width, height } = label;
      corners.push(
        { x: x - width / 2, y: y - height / 2 },
        { x: x + width / 2, y: y + height / 2 },
      );
    }
  }
  if (corners.length === 0) {
    return { width: 0, height: 0, boxes: placed, links: ways };
  }
  const left = Math.min(...corners.map(({ x }) => x));
  const top = Math.min(...corners.map(({ y }) => y));
  const shift = ({ x, y }: Point): Point => ({
    x: Math.round((x - left) * 10) / 10,
    y: Math.round((y - top) * 10) / 10,
  });
  return {
    width: Math.ceil(Math.max(...corners.map(({ x }) => x)) - left),
    height: Math.ceil(Math.max(...corners.map(({ y }) => y)) - top),
    boxes: new Map([...placed].map(([id, at]) => [id, shift(at)])),
    links: new Map(
      [...ways].map(([id, { points, labelAt }]) => [
        id,
        { points: points.map(shift), labelAt: labelAt && shift(labelAt) },
      ]),
    ),
  };
}
