import { z } from 'zod';
import type { WizardField } from './wizardFields';

/** JSON schema of what a definition takes. */
export function schemaOf(schema: z.ZodType): WizardField {
  return z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  }) as WizardField;
}

/** A part of a definition's schema, by its dotted path. */
export function at(schema: WizardField, dotted: string): WizardField {
  return dotted.split('.').reduce((field, key) => {
    const next = field.properties?.[key];
    if (!next) {
      throw new Error(`The definition has no ${dotted}`);
    }
    return next;
  }, schema);
}

/** The part of a schema that is not `null`. */
export function notNull(
  field: WizardField & { anyOf?: WizardField[] },
): WizardField {
  return field.anyOf?.find(choice => choice.type !== 'null') ?? field;
}
