import { promises as fs, readdirSync } from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '@backstage/types';
import { STACK_DEFINITIONS } from '@mlinfra/plugin-mlinfra-common';
import { parse } from 'yaml';
import { InProcessScaffolder } from '../dev/dryRun/InProcessScaffolder';
import { readTemplate, type TemplateOnDisk } from '../dev/dryRun/readTemplate';
import type { DryRunResult } from '../dev/dryRun/DryRunResult';
import { ownerEntity } from '../dev/dryRun/staticCatalog';
import {
  readTemplateCases,
  type TemplateCase,
} from './__testUtils__/templateCases';
import { TEMPLATES_FOLDER } from './__testUtils__/templatesFolder';

const TEMPLATES = readdirSync(path.join(TEMPLATES_FOLDER, 'tests'));
const casesOf = (template: string) =>
  readdirSync(path.join(TEMPLATES_FOLDER, 'tests', template)).map(file =>
    file.replace(/\.yaml$/, ''),
  );

// A workflow's own expressions stay as they are, and what a person wrote is quoted in the others.
const MAY_HOLD_TAGS =
  /^(\.github\/|catalog-info\.yaml$|mkdocs\.yml$|mlinfra\.json$)/;

it('every template of the location has cases', async () => {
  const { spec } = parse(
    await fs.readFile(path.join(TEMPLATES_FOLDER, 'all.yaml'), 'utf8'),
  );
  const files = Object.values(STACK_DEFINITIONS).map(({ template }) =>
    template.replace(/^ml-/, ''),
  );
  files.push('team-repo');
  expect(spec.targets).toEqual(files.map(file => `./${file}.yaml`));
  expect(TEMPLATES.sort()).toEqual(files.sort());
});

/** A case renders a whole repository; a busy machine takes its time. */
const CASE_MS = 60_000;

describe('in the real scaffolder', () => {
  let scaffolder: InProcessScaffolder;

  beforeAll(async () => {
    scaffolder = await InProcessScaffolder.start({
      verify: 'skip',
      entities: [
        ownerEntity('group:default/audio'),
        ownerEntity('user:default/ann'),
        { ...ownerEntity('group:default/taken-name'), kind: 'Component' },
        { ...ownerEntity('group:default/taken-dev-jobs'), kind: 'Resource' },
        { ...ownerEntity('group:default/taken-dev-files'), kind: 'Resource' },
      ],
      accounts: [
        { accountId: '123456789012', regions: ['eu-central-1', 'eu-west-1'] },
      ],
    });
  }, 120_000);

  afterAll(async () => {
    await scaffolder?.stop();
  });

  describe.each(TEMPLATES)('template %s', name => {
    const CASES = casesOf(name);
    let template: TemplateOnDisk;
    let cases: TemplateCase[];

    beforeAll(async () => {
      [template, cases] = await Promise.all([
        readTemplate(path.join(TEMPLATES_FOLDER, `${name}.yaml`)),
        readTemplateCases(name),
      ]);
    });

    it('uses actions that exist', async () => {
      const known = await scaffolder.actionIds();
      const used = template.entity.spec.steps.map(step => step.action);
      expect(used.filter(action => !known.includes(action))).toEqual([]);
    });

    const caseOf = (wanted: string) => cases.find(c => c.name === wanted)!;

    it.each(CASES.filter(title => !title.startsWith('refused-')))(
      'case %s',
      async title => {
        const { values, expect: expected } = caseOf(title);
        const result = await scaffolder.dryRun({ template, values });
        expect(result.files.length).toBeGreaterThan(100);
        holdsExpectations(
          result,
          name,
          expected,
          String(values.description ?? '\0'),
        );
      },
      CASE_MS,
    );

    it.each(CASES.filter(title => title.startsWith('refused-')))(
      'case %s',
      async title => {
        const { values, expect: expected } = caseOf(title);
        const field = expected.refused!.replace(/\./g, '\\.');
        await expect(
          scaffolder.dryRun({ template, values }),
        ).rejects.toMatchObject({
          name: 'DryRunRefusedError',
          message: expect.stringMatching(
            new RegExp(
              `(^|[\\s.])${field}(\\.\\d+|\\[\\d+\\])?(:| not found)`,
              'm',
            ),
          ),
        });
      },
      CASE_MS,
    );
  });
});

function holdsExpectations(
  result: DryRunResult,
  template: string,
  expected: TemplateCase['expect'],
  description: string,
) {
  const text = new Map(
    result.files.map(file => [file.path, file.content.toString('utf8')]),
  );
  const has = (wanted: string) =>
    [...text.keys()].some(p => p === wanted || p.startsWith(`${wanted}/`));
  expect(expected.present?.filter(p => !has(p)) ?? []).toEqual([]);
  expect(expected.absent?.filter(has) ?? []).toEqual([]);

  for (const [environment, variables] of Object.entries(
    expected.variables ?? {},
  )) {
    const { id } = Object.values(STACK_DEFINITIONS).find(
      definition => definition.template === `ml-${template}`,
    )!;
    const file = `terraform/environments/${environment}/${id}.tfvars.json`;
    expect(JSON.parse(text.get(file) ?? 'null')).toMatchObject(variables);
  }
  for (const [file, texts] of Object.entries(expected.contains ?? {})) {
    texts.forEach(wanted => expect(text.get(file)).toContain(wanted));
  }
  const statuses = Object.fromEntries(
    result.steps.map(({ id, status }) => [id, status]),
  );
  expect(statuses).toMatchObject(expected.steps ?? {});

  const { links, text: texts } = result.output as {
    links: Array<{ url: string }>;
    text: Array<{ content: string }>;
  };
  expect(links.map(link => link.url)).toEqual(
    expect.arrayContaining(expected.links ?? []),
  );
  const page = texts.map(({ content }) => content).join('\n');
  (expected.text ?? []).forEach(wanted => expect(page).toContain(wanted));

  expect(JSON.stringify(result.output as JsonObject)).not.toMatch(/\$\{\{|\{%/);
  const unrendered = [...text].filter(
    ([file, content]) =>
      !MAY_HOLD_TAGS.test(file) &&
      content.replaceAll(description, '').includes('${{'),
  );
  expect(unrendered.map(([file]) => file)).toEqual([]);
  expect(
    result.files
      .filter(file => /^scripts\/.*\.sh$/.test(file.path) && !file.executable)
      .map(file => file.path),
  ).toEqual([]);
}
