import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { parse } from 'yaml';
import { TEMPLATES_FOLDER } from './templatesFolder';

/** JSON schema of one field of a wizard, as far as the tests look at it. */
export interface WizardField {
  title?: string;
  description?: string;
  type?: string;
  default?: unknown;
  enum?: unknown[];
  enumNames?: string[];
  multipleOf?: number;
  minItems?: number;
  /** What a choice of one property says of another. */
  allOf?: Array<{ if?: WizardField; then?: WizardField }>;
  const?: unknown;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  maxItems?: number;
  items?: WizardField;
  properties?: Record<string, WizardField>;
}

interface WizardPage {
  properties?: Record<string, WizardField>;
  dependencies?: Record<string, { oneOf?: WizardPage[] } | string[]>;
}

/** Reads a template of this repository. */
export async function readWizard(name: string): Promise<TemplateEntityV1beta3> {
  const file = path.join(TEMPLATES_FOLDER, `${name}.yaml`);
  return parse(await fs.readFile(file, 'utf8'));
}

/** All fields of a wizard by name, those of conditional parts included. */
export function wizardFields(
  template: TemplateEntityV1beta3,
): Record<string, WizardField> {
  const fields: Record<string, WizardField> = {};
  const collect = (page: WizardPage) => {
    for (const [name, field] of Object.entries(page.properties ?? {})) {
      // A branch repeats the field that decides about it as a constant.
      if (!('const' in field)) {
        fields[name] = field;
      }
    }
    for (const dependency of Object.values(page.dependencies ?? {})) {
      if (!Array.isArray(dependency)) {
        (dependency.oneOf ?? []).forEach(collect);
      }
    }
  };
  ([template.spec.parameters ?? []].flat() as WizardPage[]).forEach(collect);
  return fields;
}
