import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { BrowserErrors } from './browserErrors';
import { runTerraform } from './runTerraform';

const NAME = 'bird-songs';

test('A2 A11 C8 C15: a guest makes a repository, builds it and sees it live', async ({
  page,
}) => {
  const errors = new BrowserErrors(page);
  const repository = path.join(
    process.env.MLINFRA_E2E_REPOSITORIES!,
    'ml-demo',
    NAME,
  );
  await signIn(page);
  await createRepository(page);

  expect(existsSync(path.join(repository, '.git'))).toBe(true);
  const variables = JSON.parse(
    await readFile(
      path.join(
        repository,
        'terraform/environments/dev/inference-api.tfvars.json',
      ),
      'utf8',
    ),
  );
  expect(variables.entity_ref).toBe(`component:default/${NAME}`);

  await page.goto(`/catalog/default/component/${NAME}`);
  await expectInCatalog(page);
  await expect(
    page.getByText(`Nothing of component:default/${NAME} answers`).first(),
  ).toBeVisible();

  const outputs = await runTerraform({ repository });

  const endpoints = cardOf(page, 'Endpoints');
  await endpoints.getByRole('button', { name: 'Refresh' }).click();
  await expect(endpoints.getByText(outputs.endpoint)).toBeVisible({
    timeout: 90_000,
  });
  await expect(endpoints.getByText('Live', { exact: true })).toBeVisible();
  await page.reload();
  const budget = cardOf(page, 'Budget');
  await expect(budget.getByText('$50.00 per month')).toBeVisible({
    timeout: 90_000,
  });
  errors.expectNone();
});

async function signIn(page: Page) {
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(page.getByText('First steps')).toBeVisible();
}

/** Through the wizard with its defaults; only the name is typed. */
async function createRepository(page: Page) {
  await page.goto('/create/templates/default/ml-inference-api');
  await page.getByLabel(/^Name/).fill(NAME);
  for (const title of ['Environments', 'API', 'Function', 'Repository']) {
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByText(title).first()).toBeVisible();
  }
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create repository' }).click();
  await expect(page.getByText('What to do next')).toBeVisible({
    timeout: 120_000,
  });
}

/** The catalog reads local repositories every few seconds. */
async function expectInCatalog(page: Page) {
  await expect(async () => {
    await page.reload();
    await expect(
      page.getByRole('heading', { name: NAME, level: 2 }),
    ).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 90_000 });
}

function cardOf(page: Page, title: string) {
  return page.locator('.bui-Card').filter({
    has: page.getByRole('heading', { name: title, exact: true }),
  });
}
