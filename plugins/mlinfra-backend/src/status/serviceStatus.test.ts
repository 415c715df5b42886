import type { ServiceDeployment } from '@mlinfra/plugin-mlinfra-common';
import { type ServiceParts, serviceStatus } from './serviceStatus';

type Service = ServiceParts['service'];

const completed: ServiceDeployment = {
  id: 'ecs-svc/1',
  status: 'PRIMARY',
  taskDefinition: 'web:7',
  desired: 2,
  running: 2,
  pending: 0,
  failed: 0,
  rollout: 'COMPLETED',
};
const steady: Service = {
  name: 'web',
  state: 'ACTIVE',
  desired: 2,
  running: 2,
  pending: 0,
  deployments: [completed],
  deployedFromOutside: false,
  stabilizing: false,
  targetGroups: [],
};
const rolling = { ...completed, id: '2', rollout: 'IN_PROGRESS' };
const failed = {
  ...completed,
  rollout: 'FAILED',
  rolloutReason: 'ECS deployment circuit breaker: tasks failed to start.',
};
const outside = {
  deployedFromOutside: true,
  deployments: [{ ...completed, rollout: undefined }],
};

describe('serviceStatus (D3)', () => {
  it.each<[string, Partial<Service>, string, RegExp]>([
    ['all tasks run', {}, 'live', /^Service web runs all 2 tasks\.$/],
    [
      'its only task runs',
      { desired: 1, running: 1 },
      'live',
      /^Service web runs its task\.$/,
    ],
    ['more tasks run than wanted', { running: 3 }, 'live', /all 3/],
    [
      'no task is wanted',
      { desired: 0, running: 0 },
      'not-deployed',
      /no tasks/,
    ],
    [
      'no task is wanted, and one still runs',
      { desired: 0, running: 1 },
      'not-deployed',
      /no tasks/,
    ],
    ['no task runs', { running: 0 }, 'failed', /none of its 2 tasks/],
    [
      'no task runs while the first deployment starts',
      { running: 0, pending: 2, deployments: [rolling] },
      'updating',
      /starts its first tasks/,
    ],
    [
      'no task runs, and those of the first deployment fail',
      { running: 0, deployments: [{ ...rolling, failed: 3 }] },
      'failed',
      /3 tasks of web:7 failed to start/,
    ],
    [
      'no task runs, and the deployment failed',
      { running: 0, deployments: [failed] },
      'failed',
      /circuit breaker/,
    ],
    [
      'no task runs between two deployments',
      { running: 0, deployments: [rolling, completed] },
      'failed',
      /none of its 2/,
    ],
    [
      'no task runs, by CodeDeploy',
      { ...outside, running: 0 },
      'failed',
      /none/,
    ],
    ['too few tasks run', { running: 1 }, 'degraded', /1 of its 2 tasks/],
    [
      'a deployment is under way',
      { deployments: [rolling, completed] },
      'updating',
      /web:7 is being deployed/,
    ],
    [
      'a deployment does not get ahead',
      { deployments: [{ ...rolling, failed: 1 }, completed] },
      'degraded',
      /1 task of web:7 failed/,
    ],
    [
      'a deployment failed',
      { deployments: [completed, failed] },
      'degraded',
      /failed: ECS deployment circuit breaker/,
    ],
    [
      'a deployment failed and is taken back',
      { deployments: [rolling, failed] },
      'degraded',
      /circuit breaker/,
    ],
    ['CodeDeploy has deployed', outside, 'live', /all 2 tasks/],
    [
      'CodeDeploy deploys',
      { ...outside, deployments: [completed, completed] },
      'updating',
      /being deployed/,
    ],
    [
      'its set of tasks is not steady',
      { ...outside, stabilizing: true },
      'updating',
      /being deployed/,
    ],
    ['it is being deleted', { state: 'DRAINING' }, 'not-deployed', /deleted/],
    ['a new word for it', { state: 'NAPPING' }, 'unknown', /NAPPING/],
    ['no word for it', { state: '' }, 'unknown', /nothing/],
    [
      'a new word for the rollout',
      { deployments: [{ ...completed, rollout: 'PAUSED' }] },
      'unknown',
      /PAUSED/,
    ],
    ['no deployment at all', { deployments: [] }, 'unknown', /rollout nothing/],
  ])('%s', (_, overrides, status, reason) => {
    const service = { ...steady, ...overrides };
    expect(serviceStatus({ service, targets: [] })).toEqual({
      status,
      reason: expect.stringMatching(reason),
    });
  });

  it('is never live without a running task, whatever AWS says of it', () => {
    const words = [undefined, 'COMPLETED', 'IN_PROGRESS', 'FAILED', 'NEW'];
    for (const state of ['ACTIVE', 'DRAINING', 'INACTIVE', '']) {
      for (const rollout of words) {
        for (const deployedFromOutside of [true, false]) {
          const service = {
            ...steady,
            state,
            running: 0,
            deployedFromOutside,
            deployments: [{ ...completed, rollout }],
          };
          expect(serviceStatus({ service, targets: [] }).status).not.toBe(
            'live',
          );
        }
      }
    }
  });

  describe('with targets', () => {
    const arn = 'arn:aws:elasticloadbalancing:r:1:targetgroup/web/1';
    const behind = { ...steady, targetGroups: [arn] };
    const health = (targets: Record<string, number>) => [
      { name: 'web', arn, targets, reasons: [] },
    ];
    it.each<[Record<string, number>, string]>([
      [{ healthy: 2 }, 'live'],
      [{ healthy: 1, unhealthy: 1 }, 'degraded'],
      [{ unhealthy: 2 }, 'failed'],
      [{ initial: 2 }, 'updating'],
      [{}, 'failed'],
    ])('%j is %s', (targets, status) => {
      expect(
        serviceStatus({ service: behind, targets: health(targets) }).status,
      ).toBe(status);
    });

    it('is unknown where their health could not be read', () => {
      expect(serviceStatus({ service: behind, targets: [] })).toEqual({
        status: 'unknown',
        reason: 'The health of the targets of web could not be read.',
      });
    });

    it('does not ask of targets what its own counts tell', () => {
      const service = { ...behind, desired: 0, running: 0 };
      expect(serviceStatus({ service, targets: [] }).status).toBe(
        'not-deployed',
      );
    });
  });
});
