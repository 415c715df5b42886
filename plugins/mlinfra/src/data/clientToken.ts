/**
 * A random UUID (version 4). On a page that was not loaded over HTTPS browsers
 * leave out `crypto.randomUUID`, but not the random numbers below it.
 */
export function newClientToken(): string {
  if (typeof crypto.randomUUID === 'function') {
    return crypto.randomUUID();
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0'));
  hex[6] = `4${hex[6][1]}`;
  hex[8] = `${'89ab'[bytes[8] % 4]}${hex[8][1]}`;
  const text = hex.join('');
  return [
    text.slice(0, 8),
    text.slice(8, 12),
    text.slice(12, 16),
    text.slice(16, 20),
    text.slice(20),
  ].join('-');
}
