import { ecsTaskText } from './__testUtils__/ecsTaskText';
import { readableCause } from './readableCause';

const STOPPED = 'Task stopped: Essential container in task exited.';

describe('readableCause', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['The model is too large', 'The model is too large'],
    [
      ecsTaskText({}, { ExitCode: 1 }),
      `Container prune ended with exit code 1. ${STOPPED}`,
    ],
    [
      JSON.stringify(ecsTaskText({}, { ExitCode: 1 })),
      `Container prune ended with exit code 1. ${STOPPED}`,
    ],
    [
      ecsTaskText(
        {},
        {
          ExitCode: 137,
          Reason: 'OutOfMemoryError: killed due to memory usage',
        },
      ),
      `Container prune ended with exit code 137: OutOfMemoryError: killed due to memory usage. ${STOPPED}`,
    ],
    [
      ecsTaskText(
        { StoppedReason: 'Task failed to start' },
        { ExitCode: undefined, Reason: 'CannotPullContainerError: not found' },
      ),
      'Container prune did not run: CannotPullContainerError: not found. Task stopped: Task failed to start.',
    ],
    [
      ecsTaskText({ Containers: [] }),
      'Task stopped: Essential container in task exited.',
    ],
    [
      '{"taskArn":"arn:x","containers":[{"name":"prune","exitCode":2}]}',
      'Container prune ended with exit code 2.',
    ],
    ['{"TaskArn":"arn:x"}', 'The task stopped, and ECS gives no reason.'],
    ['{"errorMessage":"bad shape","stackTrace":[]}', 'bad shape'],
    ['{"unknown":true}', '{"unknown":true}'],
    ['{"broken', '{"broken'],
  ])('%s', (cause, words) => {
    expect(readableCause(cause)).toBe(words);
  });
});
