/** Everything below a space apart from tab and newline, and the delete character. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const CONTROL = /[\x00-\x08\x0b-\x1f\x7f]/g;

/**
 * A text as one word of bash or zsh, whatever is in it. Control characters,
 * which a terminal could obey while they are pasted, are written as escapes.
 */
export function shellQuote(text: string): string {
  // A word of a shell cannot hold the null character.
  const word = text.replaceAll('\0', '');
  if (word.search(CONTROL) === -1) {
    return `'${word.replaceAll("'", "'\\''")}'`;
  }
  const escaped = word
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replace(
      CONTROL,
      letter => `\\x${letter.charCodeAt(0).toString(16).padStart(2, '0')}`,
    );
  return `$'${escaped}'`;
}
