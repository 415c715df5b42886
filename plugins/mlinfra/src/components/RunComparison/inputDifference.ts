/** A field in which two inputs differ; undefined where one has it not. */
export interface InputDifference {
  /** "prune.amount" */
  field: string;
  a: string | undefined;
  b: string | undefined;
}

/**
 * The fields in which two JSON texts differ; undefined where one of them is
 * no JSON, as when it was cut.
 */
export function inputDifference(
  a: string | undefined,
  b: string | undefined,
): InputDifference[] | undefined {
  try {
    const [left, right] = [fieldsOf(a), fieldsOf(b)];
    const fields = [...new Set([...left.keys(), ...right.keys()])];
    return fields
      .filter(field => left.get(field) !== right.get(field))
      .map(field => ({ field, a: left.get(field), b: right.get(field) }));
  } catch {
    return undefined;
  }
}

function fieldsOf(text: string | undefined): Map<string, string> {
  const fields = new Map<string, string>();
  const collect = (value: unknown, path: string) => {
    const isNested = typeof value === 'object' && value !== null;
    const entries = isNested ? Object.entries(value) : [];
    if (entries.length === 0) {
      fields.set(path || '$', JSON.stringify(value));
      return;
    }
    for (const [key, each] of entries) {
      collect(each, path ? `${path}.${key}` : key);
    }
  };
  if (text !== undefined) {
    collect(JSON.parse(text), '');
  }
  return fields;
}
