/** Most of a step's input or output that is kept. */
export const MAX_DATA_LENGTH = 16 * 1024;

/** Of all steps of a run, which a page receives at once. */
const MAX_DATA_OF_RUN = 4 * 1024 * 1024;
const MIN_DATA_LENGTH = 256;

/** Most of a cause that is kept. */
export const MAX_CAUSE_LENGTH = 4_000;

/** A text cut to a length; an ellipsis says that it was, and no character is cut in two. */
export function shownText(text: string, length: number): string {
  if (text.length <= length) {
    return text;
  }
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Most of each input and output that is kept of a run with so many steps. */
export function dataLength(steps: number): number {
  const share = Math.floor(MAX_DATA_OF_RUN / (2 * Math.max(steps, 1)));
  return Math.min(MAX_DATA_LENGTH, Math.max(MIN_DATA_LENGTH, share));
}
