export const TASK_ARN =
  'arn:aws:ecs:eu-central-1:123456789012:task/cluster/0123456789abcdef';
export const DEFINITION_ARN =
  'arn:aws:ecs:eu-central-1:123456789012:task-definition/prune:3';

/** An ECS task as Step Functions writes it into causes and outputs. */
export function ecsTaskText(
  overrides: Record<string, unknown> = {},
  container: Record<string, unknown> = {},
): string {
  return JSON.stringify({
    TaskArn: TASK_ARN,
    TaskDefinitionArn: DEFINITION_ARN,
    LaunchType: 'FARGATE',
    Cpu: '1024',
    Memory: '2048',
    PlatformFamily: 'Linux',
    Attributes: [{ Name: 'ecs.cpu-architecture', Value: 'x86_64' }],
    EphemeralStorage: { SizeInGiB: 20 },
    Containers: [{ Name: 'prune', ExitCode: 0, ...container }],
    PullStartedAt: Date.parse('2026-01-01T00:00:10Z'),
    StartedAt: Date.parse('2026-01-01T00:00:20Z'),
    StoppedAt: Date.parse('2026-01-01T00:02:10Z'),
    StoppedReason: 'Essential container in task exited',
    ...overrides,
  });
}
