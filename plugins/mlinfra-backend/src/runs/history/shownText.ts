/** Most of a step's input or output that is kept. */
export const MAX_DATA_LENGTH = 16 * 1024;

/** Most of a cause that is kept. */
export const MAX_CAUSE_LENGTH = 4_000;

/** A text cut to a length; an ellipsis says that it was, and no character is cut in two. */
export function shownText(text: string, length: number): string {
  if (text.length <= length) {
    return text;
  }
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
