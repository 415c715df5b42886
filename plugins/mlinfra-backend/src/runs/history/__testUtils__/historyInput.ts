import type { HistoryEvent } from '@aws-sdk/client-sfn';
import type { RunHistoryInput } from '../../model';
import { DEFINITION_ARN } from './ecsTaskText';

/** What a history of these events is computed from. */
export function historyInput(
  events: HistoryEvent[],
  overrides: Partial<RunHistoryInput> = {},
): RunHistoryInput {
  return {
    run: {
      id: 'r1',
      name: 'run-1',
      status: 'running',
      startedAt: '2026-01-01T00:00:00.000Z',
      executionArn:
        'arn:aws:states:eu-central-1:123456789012:execution:machine:run-1',
      pipelineId:
        'arn:aws:states:eu-central-1:123456789012:stateMachine:machine',
      pipelineName: 'machine',
      entityRef: 'component:default/speech',
      accountId: '123456789012',
      region: 'eu-central-1',
      redriveCount: 0,
      collectedAt: '2026-01-01T00:00:00.000Z',
    },
    definition: undefined,
    pipeline: undefined,
    events,
    taskDefinitions: new Map([
      [
        DEFINITION_ARN,
        {
          arn: DEFINITION_ARN,
          containers: [
            { name: 'prune', log: { group: '/ecs/steps', prefix: 'prune' } },
          ],
        },
      ],
    ]),
    accountId: '123456789012',
    region: 'eu-central-1',
    ...overrides,
  };
}
