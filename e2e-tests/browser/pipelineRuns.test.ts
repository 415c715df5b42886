import { expect, type Page, test } from '@playwright/test';
import { BrowserErrors } from './browserErrors';
import { localRepository } from './localRepository';
import { cardOf, createRepository, openComponent, signIn } from './portalPage';
import { runTerraform } from './runTerraform';
import { slowSteps } from './slowSteps';
import { watchedStates, watchStates } from './watchStates';

const NAME = 'tiny-digits';
const STACK = 'compression-pipeline';

test('B1 B3 B7 B8: a guest starts runs, watches them, and sees why one fails', async ({
  page,
}) => {
  const errors = new BrowserErrors(page);
  const repository = localRepository(NAME);
  await signIn(page);
  await createRepository(page, {
    template: 'ml-compression-pipeline',
    name: NAME,
    pages: ['Environments', 'Network', 'Steps', 'API', 'Keeping', 'Repository'],
  });
  await openComponent(page, NAME);
  const outputs = await runTerraform({ repository, stack: STACK });
  const lasting = (seconds: number) =>
    slowSteps({ repository, stack: STACK, image: outputs.steps, seconds });
  await lasting(6);

  const endpoints = cardOf(page, 'Endpoints');
  await endpoints.getByRole('button', { name: 'Refresh' }).click();
  await expect(endpoints.getByText('Live', { exact: true })).toBeVisible({
    timeout: 90_000,
  });
  await expect(cardOf(page, 'Runs').getByText('No run yet.')).toBeVisible({
    timeout: 90_000,
  });

  await test.step('a run that succeeds is followed live', async () => {
    await startRun(page);
    await watchStates(page);
    await expectRun(page, 'Succeeded');
    const watched = await watchedStates(page);
    const changed = ['Baseline', 'Prune', 'Quantize', 'Evaluate'].filter(
      state =>
        watched[state]?.at(-1) === 'succeeded' && watched[state].length > 1,
    );
    expect(changed.length, JSON.stringify(watched)).toBeGreaterThanOrEqual(3);
    const metrics = page.getByRole('table', {
      name: 'Metrics before and after',
    });
    for (const metric of ['Size', 'Latency', 'Accuracy']) {
      await expect(metrics.getByRole('row', { name: metric })).toBeVisible();
    }
  });

  await test.step('a run that fails says why, and how to go on', async () => {
    await page.goto(`/catalog/default/component/${NAME}`);
    await startRun(page, async dialog => {
      await dialog
        .getByLabel(/^Model/)
        .fill(`s3://${outputs.model_bucket_name}/uploads/none/model.npz`);
    });
    await expect(page.getByText('The run failed')).toBeVisible({
      timeout: 120_000,
    });
    await page.getByRole('button', { name: 'Open the step Baseline' }).click();
    const drawer = page.getByRole('dialog');
    await expect(
      drawer.getByText(/uploads\/none\/model\.npz/).first(),
    ).toBeVisible();
    await expect(
      drawer.getByRole('region', { name: 'Log of Baseline, attempt 1' }),
    ).toContainText('uploads/none', {
      timeout: 30_000,
    });
    await page.keyboard.press('Escape');
    await expect(page.getByText(/^No redrive: /)).toBeVisible();
    await expect(
      page.getByRole('button', { name: 'Start again from Baseline' }),
    ).toBeVisible();
  });

  await test.step('a run that is stopped is redriven from its step', async () => {
    await lasting(120);
    await page.goto(`/catalog/default/component/${NAME}`);
    await startRun(page);
    await expect(stateOf(page, 'Baseline', 'running')).toBeVisible();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByRole('button', { name: 'Stop run' }).click();
    await expectRun(page, 'Stopped');
    await lasting(1);
    await page.getByRole('button', { name: 'Redrive' }).click();
    await page.getByRole('button', { name: 'Redrive run' }).click();
    await expectRun(page, 'Succeeded');
  });
  errors.expectNone();
});

/** From a component's page, with the form as it is proposed. */
async function startRun(
  page: Page,
  change?: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
) {
  await cardOf(page, 'Runs')
    .getByRole('button', { name: /^Start/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Start a run' });
  await change?.(dialog);
  await dialog.getByRole('button', { name: /^Start run/ }).click();
  await page.waitForURL(/\/mlinfra\/runs\//);
}

function stateOf(page: Page, state: string, status: string) {
  return page.getByRole('button', {
    name: new RegExp(`^${state}, Task.*, ${status}$`),
  });
}

/** What the page tells of the run as a whole. */
async function expectRun(page: Page, status: string, timeout = 120_000) {
  await expect(
    page.getByRole('status').filter({ hasText: new RegExp(`^${status}$`) }),
  ).toBeAttached({ timeout });
}
