const ESCAPES: Record<string, string> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A string as an HCL literal: whatever it holds, it stays text and never becomes a template. */
export function hclStringLiteral(text: string): string {
  const escaped = text
    .replace(/[\\"\n\r\t]/g, character => ESCAPES[character])
    .replace(
      // eslint-disable-next-line no-control-regex -- what HCL has to escape
      /[\u0000-\u001f\u007f]/g,
      character =>
        `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replace(/\$\{/g, () => '$${')
    .replace(/%\{/g, () => '%%{');
  return `"${escaped}"`;
}
