import { churnWizard } from '../__testUtils__/churnWizard';
import { compressionPipelineWizard } from '../__testUtils__/compressionPipelineWizard';
import { inferenceApiWizard } from '../__testUtils__/inferenceApiWizard';
import { platformBaselineWizard } from '../__testUtils__/platformBaselineWizard';
import { predictorWizard } from '../__testUtils__/predictorWizard';
import {
  readWizard,
  wizardFields,
  type WizardField,
} from '../__testUtils__/wizardFields';

// Fields that no definition knows: they choose what happens, not what is built.
const CHOICES = [
  'destination',
  'githubRepoUrl',
  'githubVisibility',
  'gitlabRepoUrl',
  'gitlabVisibility',
  'owner',
  'withProd',
];

describe.each([
  inferenceApiWizard,
  compressionPipelineWizard,
  churnWizard,
  predictorWizard,
  platformBaselineWizard,
])(
  'C10 definition and wizard of $template',
  ({ template: name, limits: LIMITS, defaults: DEFAULTS }) => {
    let fields: Record<string, WizardField>;
    let steps: string;

    beforeAll(async () => {
      const template = await readWizard(name);
      fields = wizardFields(template);
      steps = JSON.stringify([template.spec.steps, template.spec.output]);
    });

    it('know the same fields', () => {
      expect(Object.keys(fields).sort()).toEqual(
        [...Object.keys(LIMITS), ...CHOICES].sort(),
      );
    });

    it.each(Object.keys(LIMITS))('agree on the limits of %s', field => {
      expect(limitsOf(fields[field])).toEqual(limitsOf(LIMITS[field]));
    });

    it.each(Object.keys(DEFAULTS))('agree on the default of %s', field => {
      expect(defaultOf(fields[field])).toEqual(DEFAULTS[field]);
    });

    it('offer no default that the definition has not', () => {
      const known = [...Object.keys(DEFAULTS), ...CHOICES];
      expect(
        Object.keys(fields).filter(
          field =>
            defaultOf(fields[field]) !== undefined && !known.includes(field),
        ),
      ).toEqual([]);
    });

    it('use every field in a step', () => {
      expect(
        Object.keys(fields).filter(
          field => !steps.includes(`parameters.${field}`),
        ),
      ).toEqual([]);
    });

    it('explain and limit every field', () => {
      const all = Object.entries(fields).flatMap(([key, field]) => [
        [key, field] as const,
        ...Object.entries(field.properties ?? {}),
      ]);
      const unexplained = all.filter(
        ([, field]) => !field.title || !field.description || !isLimited(field),
      );
      expect(unexplained.map(([key]) => key)).toEqual([]);
    });
  },
);

/** Default of a field: its own, or those of its properties together. */
function defaultOf(field: WizardField): unknown {
  if (field.default !== undefined || !field.properties) {
    return field.default;
  }
  const own = Object.entries(field.properties).filter(
    ([, property]) => property.default !== undefined,
  );
  return own.length === 0
    ? undefined
    : Object.fromEntries(own.map(([key, { default: value }]) => [key, value]));
}

function isLimited(field: WizardField): boolean {
  return (
    field.type === 'boolean' ||
    field.properties !== undefined ||
    field.enum !== undefined ||
    field.pattern !== undefined ||
    field.minLength !== undefined ||
    (field.minimum !== undefined && field.maximum !== undefined) ||
    (field.items !== undefined &&
      field.maxItems !== undefined &&
      isLimited(field.items))
  );
}

function limitsOf(field: WizardField): WizardField {
  const { type, pattern, minimum, maximum, maxLength, maxItems } = field;
  return JSON.parse(
    JSON.stringify({
      // A list of whole numbers is one of integers, whichever word the schema has for it.
      type: field.enum?.every(Number.isInteger) ? 'integer' : type,
      // A regular expression's source escapes slashes, a schema does not.
      pattern: pattern?.replaceAll('\\/', '/'),
      minimum,
      maximum,
      maxLength,
      maxItems,
      enum: field.enum,
      items: field.items && limitsOf(field.items),
      properties:
        field.properties &&
        Object.fromEntries(
          Object.entries(field.properties)
            // A field of its own in the form, beside the account and region.
            .filter(([name]) => name !== 'monthlyBudgetUsd')
            .map(([name, property]) => [name, limitsOf(property)]),
        ),
    }),
  );
}
