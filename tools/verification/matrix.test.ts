// Every stack in every environment with every pair of choices: rendered by the
// wizard's own code, planned by Terraform, and held against the security checks.
import assert from 'node:assert/strict';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { combinationsOf } from './combinations/combinationsOf';
import { factorsOf, type Combination } from './combinations/factors';
import { possiblePairs } from './combinations/pairs';
import { renderCombination } from './combinations/renderCombination';
import { SUBJECTS, type Subject } from './combinations/subjects';
import { readSwitchList } from './combinations/SwitchList';
import { readPlan } from './plan/readPlan';
import { TerraformSources } from './plan/TerraformSources';
import { appliedStacks } from './results/appliedStacks';
import { lockedProviders } from './results/lockedProviders';
import type { StackVerification } from '../../plugins/scaffolder-backend-module-mlinfra/src/repository/verification/StackVerification';
import { readResults, writeResults } from './results/resultsFile';
import { securityResults } from './results/securityResults';
import { judge, type Finding } from './security/judge';
import { TEMPLATES_FOLDER, TERRAFORM_FOLDER } from './templatesFolder';
import { HeldProviders } from './terraform/HeldProviders';
import { VerifiedRoot } from './terraform/VerifiedRoot';

const UPDATE = process.env.MLINFRA_VERIFICATION === 'update';
const sources = new TerraformSources(TERRAFORM_FOLDER);

const CHOSEN = SUBJECTS.filter(
  ({ id }) =>
    !process.env.MLINFRA_VERIFICATION_STACKS ||
    process.env.MLINFRA_VERIFICATION_STACKS.split(',').includes(id),
);

test('C3 C10 every pair of choices', async t => {
  assert.ok(CHOSEN.length > 0, 'no stack of that name');
  const work = await fs.mkdtemp(path.join(os.tmpdir(), 'mlinfra-matrix-'));
  const providers = new HeldProviders();
  t.after(() => {
    providers.end();
    return fs.rm(work, { recursive: true, force: true });
  });
  const applied = await appliedStacks();

  for (const subject of CHOSEN) {
    // A plan keeps more than one processor busy only for moments.
    await t.test(subject.title, { concurrency: 2 }, stackTest =>
      verify(stackTest, subject, {
        workFolder: path.join(work, subject.id),
        providers,
        isApplied: applied.includes(subject.id),
      }),
    );
  }
});

async function verify(
  t: TestContext,
  subject: Subject,
  options: {
    workFolder: string;
    providers: HeldProviders;
    isApplied: boolean;
  },
): Promise<void> {
  const list = await readSwitchList(TEMPLATES_FOLDER, subject.id);
  const combinations = combinationsOf(list);
  const findings: Finding[] = [];
  let terraform = '';
  let planned = 0;
  let root: Promise<VerifiedRoot> | undefined;
  await Promise.all(
    combinations.map(combination =>
      t.test(titleOf(subject, combination), async () => {
        const files = await renderCombination(subject, list, combination);
        root ??= VerifiedRoot.prepare(
          files,
          subject.id,
          options.workFolder,
          options.providers,
        );
        const prepared = await root;
        assert.ok(
          prepared.hasSameFiles(files),
          'C2 a choice changes variable files, never Terraform',
        );
        const variables = `terraform/environments/${combination.environment}/${subject.id}.tfvars.json`;
        const json = await prepared.plan(
          files.find(file => file.path === variables)!.content,
        );
        terraform = json.terraform_version;
        const plan = readPlan(json, `stacks/${subject.id}`, sources);
        assert.ok(plan.resources.length > 0, 'C3 something is planned');
        const found = judge(plan);
        assert.deepEqual(
          found.filter(({ outcome }) => outcome === 'failed'),
          [],
          'a check fails, and no comment beside the resource says why it may',
        );
        findings.push(...found);
        planned += 1;
      }),
    ),
  );
  await t.test(`${subject.id}: the templates carry these results`, async () => {
    assert.equal(planned, combinations.length, 'not everything was planned');
    const results: StackVerification = {
      schemaVersion: 1,
      terraform,
      providers: lockedProviders(),
      stack: subject.id,
      title: subject.title,
      switches: factorsOf(list),
      pairs: possiblePairs(list).length,
      combinations,
      refused: list.refused,
      ...securityResults(findings),
      lifecycle: { applied: options.isApplied },
    };
    if (UPDATE) {
      await writeResults(results);
      return;
    }
    const kept = await readResults(subject.id);
    assert.deepEqual(
      // Another version of Terraform finds the same; the record names the one that wrote it.
      kept && { ...kept, terraform },
      results,
      `templates/verification/results/${subject.id}.json is out of date; run: npm run verify:update -- ${subject.id}`,
    );
  });
}

function titleOf({ id }: Subject, combination: Combination): string {
  const choices = Object.entries(combination).map(
    ([name, label]) => `${name}=${label}`,
  );
  return `${id}: ${choices.join(', ')}`;
}
