import type { KeyPatterns } from './KeyPatterns';

/** What stands where a secret was. */
export const REDACTED = '[redacted]';

/** Secrets that can be told by their form, whatever stands before them. */
const FORMS: [RegExp, string][] = [
  [
    /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
    REDACTED,
  ],
  [/\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Z0-9])/g, REDACTED],
  // Of limited length, as each of many beginnings without an end is read to it.
  [/\beyJ[\w-]{8,2048}\.[\w-]+\.[\w-]*/g, REDACTED],
  [/\b(Bearer)(\s+|%20|\+)[\w.~+/=%-]{8,}/gi, `$1$2${REDACTED}`],
  [/(:\/\/)[^\s/@:"'\\]+:[^\s/@"'\\]+@/g, `$1${REDACTED}@`],
];

/**
 * A name, its separator and what opens its value: `password=`, `"token": "`,
 * `\"api_key\":\"`, `X-Amz-Signature%3D`. The look-behind keeps it from
 * starting again within one long word, which would take quadratic time.
 */
const ASSIGNMENT =
  /(?<![\w.-])([\w.-]+)((?:\\*["'])?\s*(?:[:=]|%3[aAdD])\s*)((?:Basic|Digest|Negotiate|AWS4-HMAC-SHA256)\s+)?(\\*["'])?/g;
const BARE_VALUE = /[^\s,;&"'\\]*/y;
const HARMLESS = /^(true|false|null|None|undefined)?$/;

/** Takes secrets out of a text that is no JSON, for example a line of a log. */
export function redactText(text: string, keys: KeyPatterns): string {
  let result = assignments(text, keys);
  for (const [form, replacement] of FORMS) {
    result = result.replace(form, replacement);
  }
  return result;
}

function assignments(text: string, keys: KeyPatterns): string {
  let result = '';
  let copied = 0;
  ASSIGNMENT.lastIndex = 0;
  for (
    let match = ASSIGNMENT.exec(text);
    match;
    match = ASSIGNMENT.exec(text)
  ) {
    const [whole, key, , , quote] = match;
    const start = match.index + whole.length;
    if (!keys.matches(key)) {
      // The value may be a name of its own: `env=password=x`.
      ASSIGNMENT.lastIndex = match.index + key.length + 1;
      continue;
    }
    const end = quote ? closing(text, start, quote) : bareEnd(text, start);
    if (!HARMLESS.test(text.slice(start, end))) {
      result += text.slice(copied, start) + REDACTED;
      copied = end;
    }
    ASSIGNMENT.lastIndex = end;
  }
  return result + text.slice(copied);
}

function bareEnd(text: string, start: number): number {
  BARE_VALUE.lastIndex = start;
  BARE_VALUE.test(text);
  return BARE_VALUE.lastIndex;
}

/** Where the quote that opened a value closes it; the end of the text when it never does. */
function closing(text: string, start: number, quote: string): number {
  for (
    let at = text.indexOf(quote, start);
    at >= 0;
    at = text.indexOf(quote, at + quote.length)
  ) {
    // One more backslash than the opening had is a quote within the value.
    if (at === start || text[at - 1] !== '\\') {
      return at;
    }
  }
  return text.length;
}
