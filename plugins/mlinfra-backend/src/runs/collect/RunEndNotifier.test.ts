import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  DefaultNotificationService,
  type NotificationService,
} from '@backstage/plugin-notifications-node';
import { component } from '../../__testUtils__/entities';
import type { StoredRun } from '../model';
import { RunEndNotifier, type RunEndNotifierOptions } from './RunEndNotifier';

const RUN: StoredRun = {
  id: 'r1',
  name: 'run-1',
  status: 'failed',
  startedAt: '2026-01-01T00:00:00.000Z',
  executionArn: 'arn:aws:states:eu-central-1:111111111111:execution:m:run-1',
  pipelineId: 'arn:aws:states:eu-central-1:111111111111:stateMachine:m',
  pipelineName: 'm',
  entityRef: 'component:default/speech',
  accountId: '111111111111',
  region: 'eu-central-1',
  error: 'States.TaskFailed',
  cause: 'x'.repeat(4_000),
  failedState: 'Prune',
  redriveCount: 0,
  collectedAt: '2026-01-01T00:00:00.000Z',
};

function setUp(notifications: NotificationService, now?: () => number) {
  const marks = new Map<string, string>();
  const logger = mockServices.logger.mock();
  const options: RunEndNotifierOptions = {
    notifications,
    catalog: catalogServiceMock({ entities: [component('speech')] }),
    auth: mockServices.auth(),
    work: {
      notifiedAs: async id => marks.get(id),
      markNotified: async (id, end) => {
        marks.set(id, end);
      },
    },
    logger,
  };
  return { notifier: new RunEndNotifier(options, now), marks, logger };
}

function sending(send = jest.fn(async (_: unknown) => {})) {
  return { ...setUp({ send }), send };
}

describe('RunEndNotifier', () => {
  it('tells the owner of a failure once, where it failed and why', async () => {
    const { notifier, send } = sending();
    await notifier.announce(RUN);
    await notifier.announce(RUN);
    expect(send.mock.calls).toEqual([
      [
        {
          recipients: {
            type: 'entity',
            entityRef: ['group:default/ml-speech'],
          },
          payload: {
            title: 'Run run-1 of m failed',
            description: expect.stringMatching(
              /^In Prune: States.TaskFailed: x{400,}$/,
            ),
            link: '/mlinfra/runs/r1',
            severity: 'high',
            topic: 'mlinfra:runs',
            scope: 'mlinfra:run:r1:0',
          },
        },
      ],
    ]);
    await notifier.announce({ ...RUN, redriveCount: 1 });
    expect(send).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['timed-out', 'ran out of time', 'high'],
    ['rejected', 'was rejected by its quality gate', 'normal'],
  ] as const)('%s: %s, %s', async (status, words, severity) => {
    const { notifier, send } = sending();
    await notifier.announce({ ...RUN, status });
    expect(send.mock.calls[0][0]).toMatchObject({
      payload: { title: `Run run-1 of m ${words}`, severity },
    });
  });

  it.each(['succeeded', 'aborted', 'unknown'] as const)(
    'is silent on %s',
    async status => {
      const { notifier, send } = sending();
      await notifier.announce({ ...RUN, status });
      expect(send).not.toHaveBeenCalled();
    },
  );

  it('has nobody to tell where the entity is gone', async () => {
    const { notifier, send, marks } = sending();
    await notifier.announce({ ...RUN, entityRef: 'component:default/gone' });
    expect(send).not.toHaveBeenCalled();
    expect(marks.get('r1')).toBe('0');
  });

  it('sends again after a failure, as it was not noted', async () => {
    const send = jest
      .fn(async (_: unknown) => {})
      .mockRejectedValueOnce(new Error('Request failed with status 503'));
    const { notifier, marks } = sending(send);
    await expect(notifier.announce(RUN)).rejects.toThrow('503');
    expect(marks.size).toBe(0);
    await notifier.announce(RUN);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('is silent without a notifications backend, says so once, and asks again later', async () => {
    const { url, requests, close } = await serverWithoutNotifications();
    const clock = { now: 1_000 };
    const { notifier, logger, marks } = setUp(
      DefaultNotificationService.create({
        auth: mockServices.auth(),
        discovery: mockServices.discovery.mock({ getBaseUrl: async () => url }),
      }),
      () => clock.now,
    );
    await notifier.announce(RUN);
    await notifier.announce({ ...RUN, id: 'r2' });
    expect(requests).toHaveLength(1);
    clock.now += 11 * 60_000;
    await notifier.announce({ ...RUN, id: 'r3' });
    expect(requests).toHaveLength(2);
    expect(marks.size).toBe(3);
    expect(logger.info).toHaveBeenCalledTimes(1);
    await close();
  });
});

/** Answers every request as a backend does that lacks the plugin. */
async function serverWithoutNotifications() {
  const requests: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url);
    response.writeHead(404).end();
  });
  await new Promise<void>(resolve =>
    server.listen(0, '127.0.0.1', () => resolve()),
  );
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/notifications`,
    requests,
    close: () => new Promise(resolve => server.close(resolve)),
  };
}
