/**
 * A link's target, or undefined when it leads nowhere or is not a web
 * address. Addresses come from tags and AWS answers; a `javascript:` URL in
 * one of them must not become something to click.
 */
export function safeHref(url: string | undefined): string | undefined {
  if (!url) {
    return undefined;
  }
  try {
    const { protocol } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? url : undefined;
  } catch {
    return undefined;
  }
}
