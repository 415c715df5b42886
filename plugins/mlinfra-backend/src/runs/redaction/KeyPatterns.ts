const MOST_KNOWN = 10_000;
const LONGEST_KNOWN = 128;

/** Keys by pattern, in any case and spelling: `api_key` finds `apiKey`, `API-KEY` and `my_api_key_2`. */
export class KeyPatterns {
  private readonly parts: { dashed: string; plain: string }[] = [];
  private readonly whole: RegExp[] = [];
  private readonly exceptions: RegExp[] = [];
  private readonly known = new Map<string, boolean>();

  /**
   * A pattern is a part of a key; with `*` it is the whole key, and `*` any
   * text; with `!` before it, what it finds is left alone.
   */
  constructor(patterns: readonly string[]) {
    for (const pattern of patterns) {
      const dashed = dash(pattern.replace(/^!/, ''));
      if (pattern.startsWith('!')) {
        this.exceptions.push(wildcard(dashed));
      } else if (pattern.includes('*')) {
        this.whole.push(wildcard(dashed));
      } else if (dashed !== '') {
        this.parts.push({ dashed, plain: dashed.replace(/-/g, '') });
      }
    }
  }

  matches(key: string): boolean {
    const known = this.known.get(key);
    if (known !== undefined) {
      return known;
    }
    const matched = this.compare(key);
    // Keys repeat all the time; those made up without end must not fill the memory.
    if (this.known.size < MOST_KNOWN && key.length <= LONGEST_KNOWN) {
      this.known.set(key, matched);
    }
    return matched;
  }

  private compare(key: string): boolean {
    const dashed = dash(key);
    const plain = dashed.replace(/-/g, '');
    return (
      (this.parts.some(
        part => dashed.includes(part.dashed) || plain.includes(part.plain),
      ) ||
        this.whole.some(each => each.test(dashed))) &&
      !this.exceptions.some(each => each.test(dashed))
    );
  }
}

/** `apiKey`, `API_KEY` and `api.key` are all `api-key`. */
function dash(key: string): string {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[\s_.-]+/g, '-')
    .toLowerCase();
}

function wildcard(dashed: string): RegExp {
  const pattern = dashed
    .split('*')
    .map(part => part.replace(/[^a-z0-9-]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${pattern}$`, 's');
}
