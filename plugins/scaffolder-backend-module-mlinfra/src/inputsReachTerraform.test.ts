import { execFile } from 'node:child_process';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  BUCKET_NAME_PATTERN,
  CORS_ORIGIN_PATTERN,
  EMAIL_PATTERN,
  LOG_RETENTION_DAYS,
  MODEL_KEY_PATTERN,
  ONE_LINE_PATTERN,
  SERVICE_NAME_PATTERN,
  STACK_ENVIRONMENTS,
  type TerraformVariables,
} from '@mlinfra/plugin-mlinfra-common';
import fc from 'fast-check';
import { terraformVariables } from './__testUtils__/terraformVariables';
import { hclStringLiteral } from './repository/hclStringLiteral';
import { readFolder } from './repository/readFolder';
import { readRepositoryRequest } from './request/readRepositoryRequest';
import {
  describeWithTerraform,
  realTerraform,
} from './__testUtils__/realTerraform';
import { TEMPLATES_FOLDER } from './__testUtils__/templatesFolder';

const STACK = path.join(TEMPLATES_FOLDER, 'terraform/stacks/inference-api');
const CASES_PER_RUN = 40;
const RUNS = 2;

const matching = (pattern: string) => fc.stringMatching(new RegExp(pattern));
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '${var.name}',
    '%{ if true }',
    '"',
    '\\',
    '$${',
    '${{ 1 }}',
    '\n',
    'é',
  ),
);
const perEnvironment = <T>(value: fc.Arbitrary<T>) =>
  fc.record({ dev: value, prod: value }, { requiredKeys: [] });
const origins = (pattern: string) =>
  fc.array(
    matching(pattern).filter(origin => origin.length < 200),
    {
      maxLength: 3,
    },
  );
const KNOWN_ORIGIN = CORS_ORIGIN_PATTERN.replace('\\*|', '');

// Whatever the form accepts: its patterns and limits are those of the definition.
const formValues = fc.record({
  name: matching(SERVICE_NAME_PATTERN),
  team: matching(SERVICE_NAME_PATTERN).filter(
    team => !/^(xn--|sthree-|amzn-s3-demo-)/.test(team),
  ),
  owner: fc.constantFrom('group:default/audio', 'User:Other/Ann.B_c', 'x'),
  description: matching(ONE_LINE_PATTERN).filter(t => [...t].length <= 200),
  alertEmails: fc.array(matching(EMAIL_PATTERN), { maxLength: 3 }),
  environments: fc.record({
    dev: fc.record({
      accountId: matching('^[0-9]{12}$'),
      region: fc.constantFrom('eu-central-1', 'us-gov-west-1'),
      monthlyBudgetUsd: fc.integer({ min: 1, max: 1_000_000 }),
    }),
    prod: fc.constant({ accountId: '000000000001', region: 'eu-west-1' }),
  }),
  stack: fc.record(
    {
      corsAllowedOrigins: perEnvironment(origins(KNOWN_ORIGIN)),
      apiKeyRequired: perEnvironment(fc.boolean()),
      usagePlan: fc.record({
        rateLimit: fc.double({ min: 0.1, max: 10_000, noNaN: true }),
        burstLimit: fc.integer({ min: 1, max: 5_000 }),
        quotaLimit: fc.integer({ min: 1, max: 1_000_000_000 }),
        quotaPeriod: fc.constantFrom('DAY', 'WEEK', 'MONTH'),
      }),
      architecture: fc.constantFrom('x86_64', 'arm64'),
      memoryMb: fc.integer({ min: 128, max: 10_240 }),
      timeoutSeconds: fc.integer({ min: 1, max: 900 }),
      ephemeralStorageMb: fc.integer({ min: 512, max: 10_240 }),
      reservedConcurrency: perEnvironment(fc.integer({ min: 0, max: 10_000 })),
      modelS3Bucket: matching(BUCKET_NAME_PATTERN),
      modelS3Key: matching(MODEL_KEY_PATTERN),
      extraEnvironment: fc.dictionary(
        matching('^X[a-zA-Z0-9_]{1,20}$'),
        text.filter(value => !value.includes('\0')),
        { maxKeys: 4 },
      ),
      logRetentionDays: perEnvironment(fc.constantFrom(...LOG_RETENTION_DAYS)),
      inputExpirationDays: perEnvironment(fc.integer({ min: 1, max: 3650 })),
      latencyAlarmMs: fc.integer({ min: 1, max: 29_000 }),
    },
    { requiredKeys: ['modelS3Bucket', 'modelS3Key', 'extraEnvironment'] },
  ),
});

type FormValues = typeof formValues extends fc.Arbitrary<infer T> ? T : never;

function variableFilesOf({
  stack,
  ...input
}: FormValues): TerraformVariables[] {
  const request = readRepositoryRequest({
    ...input,
    stacks: { 'inference-api': stack },
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

  it('C10 arrives in the variables of inference-api as the same data', async () => {
    const declared = await terraformVariables('stacks/inference-api');
    const written = Object.keys(declared).filter(
      name => !['image_uri', 'stage_name'].includes(name),
    );
    const stackFiles = (await readFolder(STACK)).filter(file =>
      /^variables[^/]*\.tf$/.test(file.path),
    );
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
        fc.array(formValues, {
          minLength: CASES_PER_RUN,
          maxLength: CASES_PER_RUN,
        }),
        async forms => {
          const cases = forms.flatMap(variableFilesOf);
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
  }, 300_000);

  it('C2 arrives in backend.hcl as the same text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 200, maxLength: 200 }),
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
