import { execFile } from 'node:child_process';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  REPOSITORY_VARIABLES,
  STACK_ENVIRONMENTS,
  STACK_IDS,
  type StackId,
  type TerraformVariables,
} from '@mlinfra/plugin-mlinfra-common';
import fc from 'fast-check';
import {
  hostileText,
  repositoryValues,
  STACK_VALUES,
} from './__testUtils__/formValues';
import { terraformVariables } from './__testUtils__/terraformVariables';
import { hclStringLiteral } from './repository/hclStringLiteral';
import { readFolder } from './repository/readFolder';
import { readRepositoryRequest } from './request/readRepositoryRequest';
import {
  describeWithTerraform,
  realTerraform,
} from './__testUtils__/realTerraform';
import { TEMPLATES_FOLDER } from './__testUtils__/templatesFolder';

const CHOSEN_AT_DEPLOYMENT = [
  'aws_profile',
  'image_uri',
  'image_uris',
  'stage_name',
  ...REPOSITORY_VARIABLES,
];
const CASES_PER_RUN = 40;
const RUNS = 2;

function variableFilesOf(
  id: StackId,
  repository: object,
  stack: object,
): TerraformVariables[] {
  const request = readRepositoryRequest({
    ...repository,
    stacks: { [id]: stack },
  });
  const [{ definition, inputs }] = request.stacks;
  return STACK_ENVIRONMENTS.map(environment =>
    definition.variables({
      ...request,
      environment,
      inputs,
      templateVersion: '1.2.3',
    }),
  );
}

describeWithTerraform('what the form accepts', () => {
  const folder = createMockDirectory();

  /** Output `seen` of a plan of the scratch root, where every validation of the stack's variables has passed. */
  async function plan(args: string[]): Promise<unknown> {
    const { binary } = await realTerraform();
    const terraform = (...command: string[]) =>
      promisify(execFile)(binary, command, {
        cwd: folder.path,
        env: { PATH: process.env.PATH, HOME: process.env.HOME },
        maxBuffer: 64 * 1024 * 1024,
      });
    await terraform('init', '-input=false', '-no-color');
    await terraform('validate', '-no-color');
    await terraform('plan', '-input=false', '-no-color', '-out=plan', ...args);
    const { stdout } = await terraform('show', '-json', 'plan');
    return JSON.parse(stdout).planned_values.outputs.seen.value;
  }

  it.each(STACK_IDS)(
    'C10 arrives in the variables of %s as the same data',
    async id => {
      const declared = await terraformVariables(`stacks/${id}`);
      const written = Object.keys(declared).filter(
        name => !CHOSEN_AT_DEPLOYMENT.includes(name),
      );
      const stackFiles = (
        await readFolder(path.join(TEMPLATES_FOLDER, 'terraform/stacks', id))
      ).filter(file => /^variables[^/]*\.tf$/.test(file.path));
      folder.setContent({
        'stack/outputs.tf': `output "seen" {\n  value = {\n${written
          .map(name => `    ${name} = var.${name}\n`)
          .join('')}  }\n}\n`,
        'main.tf': [
          `variable "cases" {\n  type = list(object({\n${written
            .map(name => `    ${name} = ${declared[name].type}\n`)
            .join('')}  }))\n}`,
          `module "case" {\n  source = "./stack"\n  count  = length(var.cases)\n${written
            .map(name => `  ${name} = var.cases[count.index].${name}\n`)
            .join('')}}`,
          'output "seen" {\n  value = module.case[*].seen\n}\n',
        ].join('\n'),
      });
      for (const file of stackFiles) {
        await fs.writeFile(folder.resolve('stack', file.path), file.content);
      }
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(repositoryValues, STACK_VALUES[id]), {
            minLength: CASES_PER_RUN,
            maxLength: CASES_PER_RUN,
          }),
          async forms => {
            const cases = forms.flatMap(([repository, stack]) =>
              variableFilesOf(id, repository, stack),
            );
            await fs.writeFile(
              folder.resolve('cases.tfvars.json'),
              JSON.stringify({ cases }),
            );
            expect(await plan(['-var-file=cases.tfvars.json'])).toEqual(cases);
          },
        ),
        // To shrink would take hundreds of Terraform runs; the failing case is in the difference.
        { numRuns: RUNS, endOnFailure: true },
      );
    },
    300_000,
  );

  it('C2 arrives in backend.hcl as the same text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(hostileText, { minLength: 200, maxLength: 200 }),
        async given => {
          // Terraform composes every string, so a decomposed one would come back composed.
          const texts = given
            .map(value => value.normalize('NFC'))
            .filter(value => !value.includes('\0'));
          folder.setContent({
            'main.tf': `output "seen" {\n  value = [\n${texts
              .map(value => `    ${hclStringLiteral(value)},\n`)
              .join('')}  ]\n}\n`,
          });
          expect(await plan([])).toEqual(texts);
        },
      ),
      { numRuns: 1, endOnFailure: true },
    );
  }, 120_000);
});
