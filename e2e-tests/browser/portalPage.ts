import { expect, type Page } from '@playwright/test';

/** Signs in as the guest whom `npm start` lets in. */
export async function signIn(page: Page) {
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(page.getByText('First steps')).toBeVisible();
}

/** Through a template's wizard with its defaults; only the name is typed. */
export async function createRepository(
  page: Page,
  options: { template: string; name: string; pages: string[] },
) {
  await page.goto(`/create/templates/default/${options.template}`);
  await fillName(page, options.name);
  for (const title of options.pages) {
    await nextPage(page, title);
  }
  await finishWizard(page, 'Create repository');
  await expectDone(page);
}

/** Types a name in place of the one that the wizard suggests. */
export async function fillName(page: Page, name: string) {
  const box = page.getByLabel(/^Name/);
  await expect(box).not.toHaveValue('');
  await box.fill(name);
}

/** To the next page of a wizard, which has this title. */
export async function nextPage(page: Page, title: string) {
  // Where the accounts are still awaited, a page is not filled in yet.
  await expect(
    page.getByRole('status', { name: 'Loading accounts' }),
  ).toHaveCount(0);
  await page.getByRole('button', { name: 'Next' }).click();
  // A page is checked before the next opens; a click meanwhile would skip one.
  await expect(
    page.locator('.MuiStepLabel-active').getByText(title, { exact: true }),
  ).toBeVisible();
}

/** From the last page of a wizard to its task. */
export async function finishWizard(page: Page, create: string) {
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: create, exact: true }).click();
}

/** Until a task has ended well. */
export async function expectDone(page: Page) {
  const done = page.getByText('What to do next');
  const failed = page.getByText(/^Error: /).first();
  await expect(done.or(failed)).toBeVisible({ timeout: 300_000 });
  // Shows the error itself where a step has failed.
  await expect(failed).toHaveCount(0);
}

/** Opens a component's page; the catalog reads local repositories every few seconds. */
export async function openComponent(page: Page, name: string) {
  await page.goto(`/catalog/default/component/${name}`);
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible({
      timeout: 10_000,
    });
  }).toPass({ timeout: 90_000 });
}

/** The card with this title. */
export function cardOf(page: Page, title: string) {
  return page.locator('.bui-Card').filter({
    has: page.getByRole('heading', { name: title, exact: true }),
  });
}
