/** An answer of AWS's query protocol; items of a list are called as its field says, or `member`. */
export function xmlAnswer(
  operation: string,
  result: object,
  itemNames: Record<string, string> = {},
): string {
  function element(name: string, value: unknown): string {
    return `<${name}>${content(value, name)}</${name}>`;
  }
  function content(value: unknown, field = ''): string {
    if (Array.isArray(value)) {
      const item = itemNames[field] ?? 'member';
      return value.map(each => element(item, each)).join('');
    }
    return typeof value === 'object' && value !== null
      ? Object.entries(value)
          .filter(([, each]) => each !== undefined)
          .map(([name, each]) => element(name, each))
          .join('')
      : String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  }
  return `<${operation}Response><${operation}Result>${content(
    result,
  )}</${operation}Result></${operation}Response>`;
}
