import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page, test } from '@playwright/test';
import { BrowserErrors } from './browserErrors';
import { localRepository } from './localRepository';
import {
  cardOf,
  expectDone,
  fillName,
  finishWizard,
  nextPage,
  openComponent,
  signIn,
} from './portalPage';
import { runTerraform } from './runTerraform';

const NAME = 'sound-lab';

test('A2 C8: one wizard makes a repository of two stacks, and a second run adds a third on a branch', async ({
  page,
}) => {
  const errors = new BrowserErrors(page);
  const repository = localRepository(NAME);
  const git = async (...args: string[]) =>
    (await promisify(execFile)('git', ['-C', repository, ...args])).stdout;
  await signIn(page);

  await test.step('a new repository holds what was chosen, and no more', async () => {
    await page.goto('/create/templates/default/ml-team-repo');
    await fillName(page, NAME);
    await nextPage(page, 'Stacks');
    await page.getByLabel('Inference API').check();
    await page.getByLabel('Predictor service').check();
    await nextPage(page, 'Shared and governed');
    await page.getByLabel(/^Dashboard in dev/).check();
    await nextPage(page, 'Destination');
    await finishWizard(page, 'Create');
    await expectDone(page);
    expect(await stacksOn(git, 'main')).toEqual([
      'foundation',
      'inference-api',
      'predictor',
    ]);
    expect(await git('show', 'main:README.md')).toContain(
      '\nscripts/deploy.sh predictor dev\n',
    );
  });

  await test.step('its page shows what the repository shares, once built', async () => {
    await openComponent(page, NAME);
    await runTerraform({ repository, stack: 'foundation' });
    const budget = cardOf(page, 'Budget');
    await cardOf(page, 'Endpoints')
      .getByRole('button', { name: 'Refresh' })
      .click();
    await expect(budget.getByText('$50.00 per month')).toBeVisible({
      timeout: 90_000,
    });
  });

  await test.step('what is not committed is not written over', async () => {
    const note = path.join(repository, 'notes.txt');
    await writeFile(note, 'half a thought\n');
    const before = await git('for-each-ref');
    await addPipeline(page);
    await expect(
      page.getByText(/holds what is not committed: notes\.txt/).first(),
    ).toBeVisible({ timeout: 60_000 });
    expect(await git('for-each-ref')).toBe(before);
    await rm(note);
  });

  await test.step('a second run adds a stack on a branch that merges', async () => {
    await addPipeline(page);
    await expectDone(page);
    const [branch] = (
      await git('branch', '--no-merged', 'main', '--format=%(refname:short)')
    )
      .split('\n')
      .filter(Boolean);
    expect(await stacksOn(git, branch)).toEqual([
      'compression-pipeline',
      'foundation',
      'inference-api',
      'predictor',
    ]);
    // What the other stacks are made of is as it was.
    expect(
      await git(
        'diff',
        '--name-only',
        'main',
        branch,
        '--',
        'terraform/stacks/predictor',
        'terraform/stacks/inference-api',
        'services/predictor',
      ),
    ).toBe('');
    await git('merge', '--ff-only', branch);
    expect(await git('status', '--porcelain')).toBe('');
  });
  errors.expectNone();
});

/** Asks the wizard for the compression pipeline in the repository that is there. */
async function addPipeline(page: Page) {
  await page.goto('/create/templates/default/ml-team-repo');
  await page.getByLabel('What to do').click();
  await page
    .getByRole('option', { name: 'Add stacks to a repository that is there' })
    .click();
  await page.getByLabel(/^Repository/).fill(NAME);
  await page.getByRole('option', { name: NAME }).click();
  await nextPage(page, 'Stacks');
  await page.getByLabel('Compression pipeline').check();
  await nextPage(page, 'Shared and governed');
  await nextPage(page, 'Destination');
  await finishWizard(page, 'Create');
}

/** Folders of `terraform/stacks` in a commit. */
async function stacksOn(
  git: (...args: string[]) => Promise<string>,
  commit: string,
): Promise<string[]> {
  const listed = await git(
    'ls-tree',
    '--name-only',
    `${commit}:terraform/stacks`,
  );
  return listed.split('\n').filter(Boolean);
}
