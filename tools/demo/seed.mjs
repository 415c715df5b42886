// @ts-check
import { BudgetsClient, CreateBudgetCommand } from '@aws-sdk/client-budgets';
import { demoBudgets, demoEndpoints } from './demoTeam.mjs';
import { seedPipeline } from './seedPipeline.mjs';
import { seedPipelineApi } from './seedPipelineApi.mjs';
import { seedRestApi } from './seedRestApi.mjs';
import { seedRetention } from './seedRetention.mjs';

/**
 * How an SDK client reaches the emulated AWS.
 *
 * @typedef {{ endpoint: string, credentials: { accessKeyId: string, secretAccessKey: string } }} DemoClient
 */

/**
 * Makes the demo team's resources in the emulated AWS, through the AWS SDK as
 * anybody would. Refuses to run against anything but a loopback endpoint, so
 * that no real account ever gets demo data.
 *
 * @param {{ endpoint: string, accountId: string, environment: NodeJS.ProcessEnv }} emulator
 * @returns {Promise<{ client: DemoClient, stateMachineArn: string, measure: (time: { from: Date, to: Date }) => Promise<void> }>}
 *   `measure` writes what CloudWatch measures in that time
 */
export async function seedDemo({ endpoint, accountId, environment }) {
  const { hostname } = new URL(endpoint);
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) {
    throw new Error(
      `Demo data goes into the emulated AWS only, and ${endpoint} is not on this machine`,
    );
  }
  const base = {
    endpoint,
    credentials: {
      accessKeyId: String(environment.AWS_ACCESS_KEY_ID),
      secretAccessKey: String(environment.AWS_SECRET_ACCESS_KEY),
    },
  };
  for (const demo of demoEndpoints) {
    await seedRestApi({ ...base, region: demo.region }, demo);
  }
  const { measure } = await seedRetention(base);
  const budgets = new BudgetsClient({ ...base, region: 'us-east-1' });
  for (const budget of demoBudgets) {
    await budgets.send(
      new CreateBudgetCommand({ AccountId: accountId, ...budget }),
    );
  }
  const pipeline = await seedPipeline({ endpoint, accountId, client: base });
  await seedPipelineApi(base, endpoint, pipeline);
  return { client: base, measure, stateMachineArn: pipeline.stateMachineArn };
}
