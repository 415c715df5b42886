// @ts-check
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { requestCertificate } from './requestCertificate.mjs';
import { checkChurnPage } from './churnPage.mjs';
import { checkChurnState } from './churnState.mjs';

/** @type {import('./Stack.mjs').Stack} */
export const churn = {
  id: 'churn',
  template: 'ml-churn-stack',
  title: 'churn stack',
  change: {
    api_memory_mb: 1536,
    latency_alarm_ms: 9000,
    ui_tasks: { min: 2, max: 4 },
    throttle: { rate_limit: 20, burst_limit: 40 },
  },
  // A person has asked for the certificate before they fill in the form; here nobody could.
  async prepare({ target, environment, endpoint }) {
    if (environment === 'prod') {
      const certificate = await requestCertificate(
        endpoint,
        'churn.example.com',
      );
      await target.changeVariables({ certificate_arn: certificate });
    }
  },
  async check(t, { target, environment, repository }) {
    const [resources, outputs, variables, backend] = await Promise.all([
      target.attributes(),
      target.outputs(),
      readFile(target.variables, 'utf8').then(JSON.parse),
      readFile(
        path.join(target.stackRoot, '.terraform/terraform.tfstate'),
        'utf8',
      ).then(JSON.parse),
    ]);
    const prod = environment === 'prod';
    const applied = { resources, outputs, variables, prod };
    await checkChurnState(t, {
      ...applied,
      backend: backend.backend.config,
      model: path.join(repository, 'services/churn/model/model.tar.gz'),
    });
    await checkChurnPage(t, applied);
  },
};
