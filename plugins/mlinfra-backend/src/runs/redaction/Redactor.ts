import { isJsonObject } from '../json/isJsonObject';
import { parseJson } from '../json/parseJson';
import { KeyPatterns } from './KeyPatterns';
import { REDACTED, redactText } from './redactText';

/** Which keys' values are never stored or shown, unless `mlinfra.runs.redact` says otherwise; written as `KeyPatterns` takes them. */
export const DEFAULT_REDACTED_KEYS: readonly string[] = [
  'password',
  'passwd',
  'passphrase',
  'secret',
  'token',
  'api_key',
  'access_key',
  'private_key',
  'authorization',
  'credential',
  'signature',
  'cookie',
  'x-amz-*',
  '!*tokenizer*',
  '!max*tokens',
  '!num*tokens',
];

/** Deeper values are not looked into, so they are not shown either. */
const MAX_DEPTH = 100;

/** Pairs in which AWS writes environment variables, tags and parameters. */
const PAIRS = [
  ['Name', 'Value'],
  ['name', 'value'],
  ['Key', 'Value'],
  ['key', 'value'],
] as const;

/** Takes secrets out of values and texts before they are stored, shown or logged. */
export class Redactor {
  private readonly keys: KeyPatterns;

  constructor(patterns: readonly string[] = DEFAULT_REDACTED_KEYS) {
    this.keys = new KeyPatterns(patterns);
  }

  /** A JSON text without secrets; any other text as `text` does it. */
  json(text: string): string {
    return this.string(text, 0);
  }

  /** A text without secrets. */
  text(text: string): string {
    return redactText(text, this.keys);
  }

  /** A JSON value without secrets: the same one when there are none. */
  value(value: unknown): unknown {
    return this.walk(value, 0);
  }

  private walk(value: unknown, depth: number): unknown {
    if (typeof value === 'string') {
      return this.string(value, depth);
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    if (depth >= MAX_DEPTH) {
      return REDACTED;
    }
    return isJsonObject(value)
      ? this.object(value, depth)
      : this.list(value as unknown[], depth);
  }

  private list(values: unknown[], depth: number): unknown[] {
    const walked = values.map(value => this.walk(value, depth + 1));
    return walked.some((value, index) => value !== values[index])
      ? walked
      : values;
  }

  private object(
    value: Record<string, unknown>,
    depth: number,
  ): Record<string, unknown> {
    const secretPart = PAIRS.find(
      ([name]) =>
        typeof value[name] === 'string' && this.keys.matches(value[name]),
    )?.[1];
    let changed = false;
    const entries = Object.entries(value).map(([key, each]) => {
      const secret = key === secretPart || this.keys.matches(key);
      const shownKey = this.text(key);
      const shown = secret ? hidden(each) : this.walk(each, depth + 1);
      changed = changed || shown !== each || shownKey !== key;
      return [shownKey, shown];
    });
    return changed ? Object.fromEntries(entries) : value;
  }

  /** Also looks into JSON that stands in a string, as in an environment variable. */
  private string(text: string, depth: number): string {
    if (/^\s*["[{]/.test(text)) {
      const inner = parseJson(text);
      const shown = this.walk(inner, depth + 1);
      if (shown !== inner) {
        return JSON.stringify(shown);
      }
    }
    return this.text(text);
  }
}

/** Whether something is set at all is no secret. */
function hidden(value: unknown): unknown {
  return value === null || value === '' || typeof value === 'boolean'
    ? value
    : REDACTED;
}
