const HASH_LENGTH = 10;
const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;

/**
 * The name itself where it fits, otherwise its beginning and a hash of the
 * whole: two long names that begin alike stay apart. FNV-1a because it needs
 * no library in a browser; nothing secret depends on it.
 */
export function shortenedName(name: string, maxLength: number): string {
  if (name.length <= maxLength) {
    return name;
  }
  const beginning = name
    .slice(0, maxLength - HASH_LENGTH - 1)
    .replace(/-+$/, '');
  return `${beginning}-${hash(name)}`;
}

function hash(text: string): string {
  let value = FNV_OFFSET;
  for (const byte of new TextEncoder().encode(text)) {
    // eslint-disable-next-line no-bitwise -- the hash is defined by it
    value = BigInt.asUintN(64, (value ^ BigInt(byte)) * FNV_PRIME);
  }
  return value.toString(36).padStart(13, '0').slice(-HASH_LENGTH);
}
