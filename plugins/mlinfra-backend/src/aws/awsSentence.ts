/** Most of one of AWS's texts that is kept. */
const LONGEST = 500;

/** What AWS says, cut to a length that a page has room for; undefined where it says nothing. */
export function awsSentence(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  if (!trimmed) {
    return undefined;
  }
  return trimmed.length <= LONGEST
    ? trimmed
    : `${trimmed.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
