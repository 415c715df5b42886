import { ConflictError } from '@backstage/errors';
import { refusal } from '../__testUtils__/FakeExecutions';
import { portalWithRun } from '../__testUtils__/runsPortal';
import { failedStep } from '../__testUtils__/seedRuns';

describe('the log of a step', () => {
  const lines = [
    {
      at: '2026-01-01T00:00:01.000Z',
      message: '{"token":"x","step":"prune"}\n',
    },
  ];

  it('comes from where the history says, without secrets, and goes on backwards', async () => {
    const { http, path, aws } = await portalWithRun();
    aws.logEvents.mockResolvedValue({ lines, previous: 'b/1' });
    const { body } = await http.get(`${path}/logs?step=7`);
    expect(body).toEqual({
      lines: [
        { at: lines[0].at, message: '{"token":"[redacted]","step":"prune"}' },
      ],
      logGroup: '/ecs/steps',
      logStream: 'prune/prune/abc',
      previousCursor: expect.any(String),
    });
    aws.logEvents.mockResolvedValue({ lines: [] });
    const before = await http
      .get(`${path}/logs`)
      .query({ step: '7', cursor: body.previousCursor });
    expect(before.body).toMatchObject({ lines: [] });
    expect(before.body.problem).toBeUndefined();
    expect(aws.logEvents.mock.calls.map(([, question]) => question)).toEqual([
      {
        group: '/ecs/steps',
        stream: 'prune/prune/abc',
        cursor: undefined,
        from: '2026-01-01T00:00:00.000Z',
        to: '2026-01-01T00:10:00.000Z',
        limit: 200,
      },
      expect.objectContaining({ cursor: 'b/1' }),
    ]);
  });

  it('is asked for once by those who look at the same moment', async () => {
    const { http, path, aws } = await portalWithRun();
    await Promise.all([1, 2, 3].map(() => http.get(`${path}/logs?step=7`)));
    expect(aws.logEvents).toHaveBeenCalledTimes(1);
  });

  it('is 429 for a caller that asks without end', async () => {
    const { http, path } = await portalWithRun();
    const statuses: number[] = [];
    for (let index = 0; index < 40; index++) {
      statuses.push((await http.get(`${path}/logs?step=7`)).status);
    }
    expect(statuses[0]).toBe(200);
    expect(statuses).toContain(429);
  });

  it.each([
    ['7', undefined, 'retention'],
    ['8', undefined, 'no line yet'],
    ['9', undefined, 'among those of other calls'],
    ['10', undefined, 'no log that is known'],
    [
      '7',
      refusal('AccessDeniedException', 'x', 'access-denied'),
      'logs:GetLogEvents on arn:aws:logs:eu-central-1:111111111111:log-group:/ecs/steps',
    ],
    [
      '7',
      refusal('ThrottlingException', 'x', 'throttled'),
      'ThrottlingException',
    ],
    ['7', new DOMException('too long', 'TimeoutError'), 'no answer in time'],
    [
      '7',
      new ConflictError('The account is not connected any more.'),
      'not connected',
    ],
  ])('of step %s says why there are no lines', async (step, error, words) => {
    const { http, path, aws, stores, run } = await portalWithRun();
    const [attempt] = failedStep().attempts;
    await stores
      .knex('run_histories')
      .where({ run_id: run.id })
      .update({
        steps: JSON.stringify([
          failedStep(),
          failedStep({
            id: '8',
            attempts: [{ ...attempt, status: 'running', endedAt: undefined }],
          }),
          failedStep({ id: '9', logs: { 1: { group: '/aws/lambda/x' } } }),
          failedStep({ id: '10', logs: {} }),
        ]),
      });
    if (error) {
      aws.logEvents.mockRejectedValue(error);
    }
    const { status, body } = await http.get(`${path}/logs?step=${step}`);
    expect(status).toBe(200);
    expect(body.lines).toEqual([]);
    expect(body.problem).toContain(words);
  });

  it.each([
    ['step=99', 404],
    ['step=7&attempt=2', 404],
    ['step=7&limit=1001', 400],
    ['limit=1', 400],
    [
      `step=7&cursor=${Buffer.from('["other","t"]').toString('base64url')}`,
      400,
    ],
  ])('is refused for %s', async (query, code) => {
    const { http, path, aws } = await portalWithRun();
    const { status } = await http.get(`${path}/logs?${query}`);
    expect(status).toBe(code);
    expect(aws.logEvents).not.toHaveBeenCalled();
  });
});
