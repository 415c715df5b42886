import { mockServices } from '@backstage/backend-test-utils';
import { AwsStandIn } from '../__testUtils__/AwsStandIn';
import { isolateAwsEnvironment } from '../__testUtils__/awsEnvironment';
import {
  executionArn,
  machineArn,
  standInStates,
} from '../__testUtils__/standInStates';
import type { AwsCall } from './AwsCaller';
import { connectAws } from './connectAws';

const ACCOUNT = '111111111111';
const FIVE = [1, 2, 3, 4, 5];

/** The real SDK against a local stand-in for AWS, whose lists have two entries per page. */
describe('calls about executions', () => {
  isolateAwsEnvironment();
  let aws: AwsStandIn;
  beforeEach(async () => {
    aws = new AwsStandIn();
    await aws.start();
  });
  afterEach(() => aws.stop());

  const call: AwsCall = {
    accountId: ACCOUNT,
    region: 'eu-central-1',
    signal: new AbortController().signal,
  };
  function connect(quotaShare = 1) {
    const keys = { accessKeyId: 'AKIAMAIN', secretAccessKey: 'x' };
    return connectAws(
      mockServices.rootConfig({
        data: { aws: { accounts: [{ accountId: ACCOUNT, ...keys }] } },
      }),
      { maxAttempts: 1, concurrency: 4, requestTimeoutMs: 2_000 },
      quotaShare,
    ).executions;
  }

  it('read every page of every list', async () => {
    standInStates(
      aws,
      FIVE.map(index => ({
        name: `m${index}`,
        claim: 'component:speech',
        executions: FIVE.map(run => ({
          name: `r${run}`,
          status: 'RUNNING',
          startedAt: Date.UTC(2026, 0, 1),
          events: FIVE.map(() => ({ type: 'PassStateEntered' })),
        })),
      })),
    );
    const source = connect();
    expect([...(await source.listPipelines(call)).keys()]).toEqual(
      FIVE.map(index => machineArn(`m${index}`)),
    );
    const names: string[] = [];
    let nextToken: string | undefined;
    do {
      const page = await source.listExecutions(call, machineArn('m1'), {
        nextToken,
      });
      names.push(...page.executions.map(({ name }) => name));
      nextToken = page.nextToken;
    } while (nextToken);
    expect(names).toEqual(['r1', 'r2', 'r3', 'r4', 'r5']);
    const ids: (number | undefined)[] = [];
    do {
      const page = await source.historyPage(call, executionArn('m1', 'r1'), {
        newestFirst: true,
        nextToken,
      });
      ids.push(...page.events.map(({ id }) => id));
      nextToken = page.nextToken;
    } while (nextToken);
    expect(ids).toEqual([5, 4, 3, 2, 1]);
  });

  it('answer nothing about what does not exist', async () => {
    standInStates(aws, []);
    const source = connect();
    expect(await source.describePipeline(call, machineArn('x'))).toBe(
      undefined,
    );
    expect(await source.describeExecution(call, executionArn('x', 'y'))).toBe(
      undefined,
    );
    expect(
      await source.definitionOfExecution(call, executionArn('x', 'y')),
    ).toBe(undefined);
    expect(await source.readContract(call, 'x')).toEqual({});
  });

  it('say what is wrong with a contract', async () => {
    standInStates(aws, [{ name: 'x', contract: '{', executions: [] }]);
    expect(await connect().readContract(call, 'x')).toEqual({
      problem: expect.stringContaining('/mlinfra/pipelines/x is no JSON'),
    });
  });

  it('ask for a revision of a task definition once', async () => {
    aws.on('ecs:DescribeTaskDefinition', () => ({
      body: {
        taskDefinition: {
          cpu: '1024',
          memory: '2048',
          ephemeralStorage: { sizeInGiB: 30 },
          runtimePlatform: { cpuArchitecture: 'ARM64' },
          containerDefinitions: [
            {
              name: 'prune',
              logConfiguration: {
                logDriver: 'awslogs',
                options: {
                  'awslogs-group': '/ecs/steps',
                  'awslogs-stream-prefix': 'prune',
                },
              },
            },
            { name: 'silent', logConfiguration: { logDriver: 'splunk' } },
          ],
        },
      },
    }));
    const source = connect();
    const arn = 'arn:aws:ecs:eu-central-1:111111111111:task-definition/prune:3';
    await source.taskDefinition(call, arn);
    expect(await source.taskDefinition(call, arn)).toEqual({
      arn,
      cpu: '1024',
      memory: '2048',
      ephemeralStorageGb: 30,
      architecture: 'ARM64',
      containers: [
        { name: 'prune', log: { group: '/ecs/steps', prefix: 'prune' } },
        { name: 'silent', log: undefined },
      ],
    });
    expect(aws.count('ecs:DescribeTaskDefinition')).toBe(1);
  });

  it('read a log from its end, until AWS repeats the token', async () => {
    aws.on('logs:GetLogEvents', ({ body }) => ({
      body:
        body.nextToken === 'b/1'
          ? { events: [], nextBackwardToken: 'b/1' }
          : {
              events: [{ timestamp: 0, message: 'one' }],
              nextBackwardToken: 'b/1',
            },
    }));
    const source = connect();
    const question = {
      group: '/ecs/steps',
      stream: 'prune/prune/1',
      from: '2026-01-01T00:00:00.000Z',
      limit: 10,
    };
    expect(await source.logEvents(call, question)).toEqual({
      lines: [{ at: '1970-01-01T00:00:00.000Z', message: 'one' }],
      previous: 'b/1',
    });
    expect(aws.requests[0].body).toMatchObject({
      logGroupName: '/ecs/steps',
      logStreamName: 'prune/prune/1',
      startTime: Date.UTC(2026, 0, 1),
      startFromHead: false,
      limit: 10,
    });
    const end = await source.logEvents(call, { ...question, cursor: 'b/1' });
    expect(end).toEqual({ lines: [], previous: undefined });
    aws.fail('logs:GetLogEvents', 'ResourceNotFoundException');
    expect(await source.logEvents(call, question)).toEqual({
      lines: [],
      previous: undefined,
    });
  });

  it('start, stop and redrive what they are told', async () => {
    aws.on('states:StartExecution', ({ body }) => ({
      body: {
        executionArn: executionArn('m', String(body.name)),
        startDate: Date.UTC(2026, 0, 1) / 1000,
      },
    }));
    aws.on('states:StopExecution', () => ({ body: { stopDate: 0 } }));
    aws.on('states:RedriveExecution', () => ({ body: { redriveDate: 0 } }));
    const source = connect();
    const started = await source.startExecution(call, {
      stateMachineArn: machineArn('m'),
      name: 'r',
      input: '{}',
    });
    expect(started).toEqual({
      executionArn: executionArn('m', 'r'),
      startedAt: '2026-01-01T00:00:00.000Z',
    });
    const arn = started.executionArn;
    await source.stopExecution(call, {
      executionArn: arn,
      error: 'Stopped',
      cause: 'by a person',
    });
    await source.redriveExecution(call, {
      executionArn: arn,
      clientToken: 'token',
    });
    expect(aws.requests.map(({ body }) => body)).toMatchObject([
      { name: 'r', input: '{}' },
      { executionArn: arn, cause: 'by a person' },
      { executionArn: arn, clientToken: 'token' },
    ]);
  });

  it('wait for their share of the quota', async () => {
    standInStates(aws, [{ name: 'm', executions: [] }]);
    const source = connect(0.02);
    expect(source.listsLeft(call)).toBe(2);
    await source.listExecutions(call, machineArn('m'));
    await source.listExecutions(call, machineArn('m'));
    expect(source.listsLeft(call)).toBe(0);
    const late = source.listExecutions(
      { ...call, signal: AbortSignal.timeout(50) },
      machineArn('m'),
    );
    await expect(late).rejects.toThrow();
    expect(aws.count('states:ListExecutions')).toBe(2);
  });
});
