import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { component } from './entities';
import { FakeExecutions } from './FakeExecutions';
import {
  failedStep,
  seedPipelines,
  seedRuns,
  storedPipeline,
} from './seedRuns';
import { type PortalOptions, startPortal } from './startPortal';
import { storedRun } from './storedRun';

const mockExecutions: { current: FakeExecutions } = {
  current: undefined as unknown as FakeExecutions,
};

jest.mock('../aws/connectAws', () => {
  const actual = jest.requireActual('../aws/connectAws');
  return {
    connectAws: (...options: unknown[]) => ({
      ...actual.connectAws(...options),
      executions: mockExecutions.current,
    }),
  };
});

export const API = '/api/mlinfra/v1';
export const SPEECH = `${API}/entities/component/default/speech/runs`;
export const TOKEN = '0b5f6f0c-8b8a-4f4e-9a52-2f1a4b7c9d10';
const DEFINITION = JSON.stringify({
  StartAt: 'Prune',
  States: { Prune: { Type: 'Succeed' } },
});
export const contract = {
  version: 1 as const,
  inputSchema: {
    type: 'object',
    additionalProperties: false,
    required: ['model_uri'],
    properties: {
      model_uri: { type: 'string' },
      amount: { type: 'number', maximum: 1, default: 0.5 },
      start_at: { type: 'string' },
      resume_run: { type: 'string' },
    },
  },
  metrics: [],
  resume: {
    stepProperty: 'start_at',
    runProperty: 'resume_run',
    steps: { Prune: 'prune' },
  },
};

/** The plugin with two pipelines of two entities, on executions in memory. */
export async function portal(options: PortalOptions = {}) {
  mockExecutions.current = new FakeExecutions();
  const started = await startPortal({
    entities: ['speech', 'other', 'secret'].map(name => component(name)),
    hidden: ['component:default/secret'],
    ...options,
  });
  await seedPipelines(started.stores, [
    storedPipeline({ contract }),
    storedPipeline({
      id: `${storedPipeline().id}-other`,
      entityRef: 'component:default/other',
    }),
  ]);
  return {
    ...started,
    aws: mockExecutions.current,
    http: request(started.server),
  };
}

/** The plugin with one failed run, whose history has been read. */
export async function portalWithRun(options?: PortalOptions) {
  const started = await portal(options);
  const run = storedRun({
    status: 'failed',
    failedState: 'Prune',
    startedAt: new Date(Date.now() - 120_000).toISOString(),
    stoppedAt: new Date(Date.now() - 60_000).toISOString(),
  });
  await seedRuns(started.stores, [run], {
    input: '{"model_uri":"builtin://digits"}',
    definition: DEFINITION,
    steps: [failedStep()],
  });
  started.aws.executions.set(run.executionArn, {
    arn: run.executionArn,
    name: run.name,
    stateMachineArn: run.pipelineId,
    status: 'FAILED',
    startedAt: run.startedAt,
    stoppedAt: run.stoppedAt,
    redriveCount: 0,
    error: 'Boom',
  });
  return { ...started, run, path: `${API}/runs/${run.id}` };
}

/** Everything is allowed but one permission. */
export const denied = (name: string): PortalOptions => ({
  policy: permission =>
    permission.name === name ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
});
