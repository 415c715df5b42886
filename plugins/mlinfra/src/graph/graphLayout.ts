import type {
  GraphState,
  GraphTransition,
} from '@mlinfra/plugin-mlinfra-common';

/** A place in the drawing, in pixels at 100 %. */
export interface Point {
  x: number;
  y: number;
}

/** A box in the drawing; `x` and `y` are its upper left corner. */
export interface Box extends Point {
  width: number;
  height: number;
}

/** A state and its place. A group's box holds the boxes of its states. */
export interface PlacedState extends Box {
  state: GraphState;
  group: boolean;
  /** How many groups it is in. */
  depth: number;
}

/** A transition and its way. */
export interface PlacedTransition {
  /** Unique in the drawing. */
  id: string;
  transition: GraphTransition;
  points: Point[];
  /** Cut to what fits; the whole text is in the transition. */
  shortLabel?: string;
  /** Where the middle of the label is. */
  labelAt?: Point;
}

/** A state machine, ready to be drawn. */
export interface GraphLayout {
  width: number;
  height: number;
  /** A group stands before the states in it. */
  states: PlacedState[];
  transitions: PlacedTransition[];
}
