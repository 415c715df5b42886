import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { BrowserErrors } from './browserErrors';
import { localRepository } from './localRepository';
import { cardOf, createRepository, openComponent, signIn } from './portalPage';
import { runTerraform } from './runTerraform';

const NAME = 'bird-songs';

test('A2 A11 C8 C15: a guest makes a repository, builds it and sees it live', async ({
  page,
}) => {
  const errors = new BrowserErrors(page);
  const repository = localRepository(NAME);
  await signIn(page);
  await createRepository(page, {
    template: 'ml-inference-api',
    name: NAME,
    pages: ['Environments', 'API', 'Function', 'Repository'],
  });

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

  await openComponent(page, NAME);
  await expect(
    page.getByText(`Nothing of component:default/${NAME} answers`).first(),
  ).toBeVisible();

  const outputs = await runTerraform({ repository, stack: 'inference-api' });

  const endpoints = cardOf(page, 'Endpoints');
  await endpoints.getByRole('button', { name: 'Refresh' }).click();
  await expect(endpoints.getByText(String(outputs.api_endpoint))).toBeVisible({
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
