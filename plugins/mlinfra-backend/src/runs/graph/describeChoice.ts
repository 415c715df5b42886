import { isJsonObject, type JsonRecord } from '../json/isJsonObject';

const MAX_LENGTH = 200;
/** Deeper rules are shown as an ellipsis; nobody reads them on an arrow. */
const MAX_DEPTH = 8;

const COMPARISONS: Record<string, string> = {
  Equals: 'is',
  LessThan: '<',
  LessThanEquals: '≤',
  GreaterThan: '>',
  GreaterThanEquals: '≥',
  Matches: 'matches',
};

const TIMES: Record<string, string> = {
  Equals: 'is at',
  LessThan: 'is before',
  LessThanEquals: 'is not after',
  GreaterThan: 'is after',
  GreaterThanEquals: 'is not before',
};

const TYPE_TESTS: Record<string, string> = {
  IsPresent: 'present',
  IsNull: 'null',
  IsString: 'a text',
  IsNumeric: 'a number',
  IsBoolean: 'true or false',
  IsTimestamp: 'a time',
};

/** A rule of a Choice in words; undefined when it is not understood. */
export function describeChoice(rule: unknown): string | undefined {
  const words = isJsonObject(rule) ? condition(rule, 0) : undefined;
  return words !== undefined && words.length > MAX_LENGTH
    ? `${words.slice(0, MAX_LENGTH - 1)}…`
    : words;
}

function condition(rule: JsonRecord, depth: number): string | undefined {
  if (depth > MAX_DEPTH) {
    return '…';
  }
  if (typeof rule.Condition === 'string') {
    return rule.Condition.replace(/^\s*\{%\s*|\s*%\}\s*$/g, '').trim();
  }
  if (Array.isArray(rule.And)) {
    return joined(rule.And, 'and', depth);
  }
  if (Array.isArray(rule.Or)) {
    return joined(rule.Or, 'or', depth);
  }
  if (isJsonObject(rule.Not)) {
    const inner = condition(rule.Not, depth + 1);
    return inner === undefined ? undefined : `not (${inner})`;
  }
  return comparison(rule);
}

function joined(
  rules: unknown[],
  word: 'and' | 'or',
  depth: number,
): string | undefined {
  const parts: string[] = [];
  for (const rule of rules) {
    const words = isJsonObject(rule) ? condition(rule, depth + 1) : undefined;
    if (words === undefined) {
      return undefined;
    }
    const mixed =
      isJsonObject(rule) && Array.isArray(word === 'and' ? rule.Or : rule.And);
    parts.push(mixed ? `(${words})` : words);
  }
  return parts.length > 0 ? parts.join(` ${word} `) : undefined;
}

function comparison(rule: JsonRecord): string | undefined {
  const variable = rule.Variable;
  if (typeof variable !== 'string') {
    return undefined;
  }
  const subject = pathInWords(variable);
  for (const [operator, value] of Object.entries(rule)) {
    const test = TYPE_TESTS[operator];
    if (test && typeof value === 'boolean') {
      return `${subject} is ${value ? '' : 'not '}${test}`;
    }
    const match =
      /^(String|Numeric|Boolean|Timestamp)(Equals|LessThan|LessThanEquals|GreaterThan|GreaterThanEquals|Matches)(Path)?$/.exec(
        operator,
      );
    if (match) {
      const [, type, kind, path] = match;
      const words = (type === 'Timestamp' ? TIMES : COMPARISONS)[kind];
      const other =
        path && typeof value === 'string'
          ? pathInWords(value)
          : JSON.stringify(value);
      return words ? `${subject} ${words} ${other}` : undefined;
    }
  }
  return undefined;
}

/** `$.input.amount` as `input.amount`; a path of the context keeps its mark. */
function pathInWords(path: string): string {
  if (path === '$') {
    return 'the input';
  }
  return path.startsWith('$.') ? path.slice(2) : path;
}
