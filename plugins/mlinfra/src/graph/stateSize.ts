import type { GraphState } from '@mlinfra/plugin-mlinfra-common';
import { textWidth } from './textWidth';

/** Drawn with 13 pixels and bold, which takes about a seventh more room. */
const NAME_FONT = 15;
const DETAIL_FONT = 12;
const NAME_LINE = 18;
const DETAIL_LINE = 16;
const STATUS_LINE = 22;
const PADDING = 8;
const ICON = 26;
const MIN_TEXT = 104;
const MAX_TEXT = 212;
const MAX_NAME_LINES = 2;

/** Room for a group's name and status, above its states. */
export const GROUP_HEADER = 70;

/** Width and height that a state's box needs for its texts. */
export function stateSize(state: GraphState): {
  width: number;
  height: number;
} {
  const name = textWidth(state.id, NAME_FONT);
  const text = textRoom(state);
  const lines = Math.min(MAX_NAME_LINES, Math.ceil(name / text));
  return {
    width: text + ICON + 2 * PADDING,
    height: 2 * PADDING + lines * NAME_LINE + DETAIL_LINE + STATUS_LINE,
  };
}

/** Width that a group needs for its own name, whatever is in it. */
export function groupHeaderWidth(state: GraphState): number {
  // The count of iterations stands beside the status.
  return Math.max(textRoom(state), 180) + ICON + 2 * PADDING;
}

function textRoom(state: GraphState): number {
  const name = textWidth(state.id, NAME_FONT);
  const detail = textWidth(
    [state.type, state.work].filter(Boolean).join(', '),
    DETAIL_FONT,
  );
  return Math.min(MAX_TEXT, Math.max(MIN_TEXT, name, detail));
}
