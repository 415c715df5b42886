import type { GraphTransition } from '@mlinfra/plugin-mlinfra-common';
import { useId } from 'react';
import type { GraphLayout, PlacedTransition } from '../../graph/graphLayout';
import { linkPath } from '../../graph/linkPath';
import { useMessages } from '../../translation/useMessages';
import { transitionText } from './stateText';
import styles from './Transitions.module.css';

interface TransitionsProps {
  layout: GraphLayout;
  /** The transitions that the run has taken. */
  taken: ReadonlySet<GraphTransition>;
}

/**
 * The ways between the states. Hidden from who hears the page: there each
 * state's place in the table says where it leads.
 */
export function Transitions({ layout, taken }: TransitionsProps) {
  const arrow = useId();
  const { width, height, transitions } = layout;
  const isTaken = (placed: PlacedTransition) => taken.has(placed.transition);
  // Ways that were taken are drawn last, over the others.
  const inOrder = [...transitions].sort(
    (a, b) => Number(isTaken(a)) - Number(isTaken(b)),
  );
  return (
    <svg
      className={styles.ways}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden
    >
      <defs>
        {['taken', 'open'].map(kind => (
          <marker
            key={kind}
            id={`${arrow}-${kind}`}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="8"
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            orient="auto-start-reverse"
          >
            <path d="M0,0 L10,5 L0,10 z" className={styles[kind]} />
          </marker>
        ))}
      </defs>
      {inOrder.map(placed => (
        <Way
          key={placed.id}
          placed={placed}
          taken={isTaken(placed)}
          arrow={`url(#${arrow}-${isTaken(placed) ? 'taken' : 'open'})`}
        />
      ))}
    </svg>
  );
}

interface WayProps {
  placed: PlacedTransition;
  taken: boolean;
  arrow: string;
}

function Way({ placed, taken, arrow }: WayProps) {
  const t = useMessages();
  const { transition, points, shortLabel, labelAt } = placed;
  return (
    <g
      className={styles.way}
      data-kind={transition.kind}
      data-taken={taken || undefined}
    >
      <title>{`${transition.from} → ${transitionText(transition, t)}`}</title>
      <path d={linkPath(points)} markerEnd={arrow} />
      {shortLabel && labelAt && (
        <text x={labelAt.x} y={labelAt.y}>
          {shortLabel}
        </text>
      )}
    </g>
  );
}
