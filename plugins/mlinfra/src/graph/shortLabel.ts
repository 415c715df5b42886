const MAX_LETTERS = 24;

/** A transition's label, cut to what stays readable between two states. */
export function shortLabel(label: string | undefined): string | undefined {
  const text = label?.replace(/\s+/g, ' ').trim();
  if (!text) {
    return undefined;
  }
  const letters = [...text];
  return letters.length <= MAX_LETTERS
    ? text
    : `${letters
        .slice(0, MAX_LETTERS - 1)
        .join('')
        .trimEnd()}…`;
}
