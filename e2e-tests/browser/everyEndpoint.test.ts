import { expect, type Locator, type Page, test } from '@playwright/test';
import { BrowserErrors } from './browserErrors';
import { cardOf, signIn } from './portalPage';

/** What `npm start` deploys for the demo team, by kind. */
const KINDS = [
  { kind: 'HTTP API', name: 'ml-demo-demo-retention-dev-prediction-api' },
  { kind: 'REST API', name: 'ml-demo-demo-retention-prod-baseline-api' },
  { kind: 'ECS service', name: 'ml-demo-demo-retention-dev-ui' },
  {
    kind: 'SageMaker endpoint',
    name: 'ml-demo-demo-retention-dev-xgboost-endpoint',
  },
];

test('CH3 CH5 CH9 D3 E1: the entity page shows every kind of endpoint, its databases and its alarms', async ({
  page,
}) => {
  const errors = new BrowserErrors(page);
  await signIn(page);
  const card = cardOf(page, 'Endpoints');
  // A portal that has just started reads AWS before its catalog is complete,
  // and a page shows what was there when it was opened.
  await expect(async () => {
    await page.goto('/catalog/default/component/demo-retention');
    for (const { name } of KINDS) {
      await expect(card.getByRole('link', { name })).toBeVisible({
        timeout: 20_000,
      });
    }
  }).toPass({ timeout: 240_000 });

  await page.getByRole('link', { name: 'ML infrastructure' }).click();
  for (const { kind, name } of KINDS) {
    await test.step(`a ${kind} is live`, async () => {
      const item = itemOf(page, name);
      await expect(item.getByText(kind, { exact: true }).first()).toBeVisible();
      await expect(
        item.getByText('Live', { exact: true }).first(),
      ).toBeVisible();
    });
  }
  await expect(
    itemOf(page, 'ml-demo-demo-retention-dev-ui').getByText(
      '2 of 2 tasks running, 0 pending',
    ),
  ).toBeVisible();
  await expect(
    page.getByText('Serverless: 2048 MB, at most 5 requests at once').first(),
  ).toBeVisible();

  await test.step('databases say how their data is kept', async () => {
    for (const [kind, name] of [
      ['DynamoDB table', 'ml-demo-demo-retention-dev-predictions'],
      ['RDS instance', 'ml-demo-demo-retention-prod-records'],
    ]) {
      const item = itemOf(page, name);
      await expect(item.getByText(kind, { exact: true })).toBeVisible();
      await expect(item.getByText('Live', { exact: true })).toBeVisible();
    }
  });

  await test.step('an alarm in force stands first, with its reason', async () => {
    await expect(
      page.getByText('Threshold Crossed: 1 datapoint [91.2]').first(),
    ).toBeVisible();
  });
  errors.expectNone();
});

test('D3: the page of an endpoint shows its metrics, and a request sent from it is answered', async ({
  page,
}) => {
  const errors = new BrowserErrors(page);
  await signIn(page);
  await page.goto('/catalog/default/component/demo-compression');
  const card = cardOf(page, 'Endpoints');
  await card
    .getByRole('link', { name: 'ml-demo-demo-compression-dev-api' })
    .click({ timeout: 120_000 });
  await expect(
    page.getByRole('heading', { name: 'Requests', exact: true }).first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page.getByText('Answer to POST /submit')).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText('202').first()).toBeVisible();

  await page.goto('/catalog/default/component/demo-retention');
  await cardOf(page, 'Endpoints')
    .getByRole('link', { name: KINDS[0].name })
    .click({ timeout: 120_000 });
  await expect(page.getByText('Read from CloudWatch').first()).toBeVisible();
  await expect(page.getByText(/in all, at most/).first()).toBeVisible();
  errors.expectNone();
});

/** The item of a list whose heading is this name. */
function itemOf(page: Page, name: string): Locator {
  return page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, exact: true }) })
    .first();
}
