import {
  DescribeTasksCommand,
  ListTasksCommand,
  type Task,
} from '@aws-sdk/client-ecs';
import type { StoppedTask } from '@mlinfra/plugin-mlinfra-common';
import type { AwsCall, AwsCaller } from './AwsCaller';
import type { AwsClients } from './AwsClients';
import { awsSentence } from './awsSentence';
import { inChunks } from './inChunks';
import { readAllPages } from './readAllPages';
import { shortTaskDefinition } from './serviceDescription';
import type { ServiceDescription } from './ServiceSource';
import { unlessGone } from './unlessGone';

const PER_PAGE = 100;
const TASKS_PER_CALL = 100;
/** Most that are kept of a service. */
const MOST_KEPT = 10;

/** Tasks of services that have stopped, which AWS remembers for about an hour. */
export class StoppedTaskReader {
  constructor(
    private readonly clients: AwsClients,
    private readonly caller: AwsCaller,
  ) {}

  /** Newest first. */
  async all(
    call: AwsCall,
    {
      clusterArn: cluster,
      name,
    }: Pick<ServiceDescription, 'clusterArn' | 'name'>,
  ): Promise<StoppedTask[]> {
    const arns = await unlessGone(() =>
      readAllPages<string>(async nextToken => {
        const page = await this.caller.run('ListTasks', call, options =>
          this.clients.ecs(call).send(
            new ListTasksCommand({
              cluster,
              serviceName: name,
              desiredStatus: 'STOPPED',
              maxResults: PER_PAGE,
              nextToken,
            }),
            options,
          ),
        );
        return { items: page.taskArns, next: page.nextToken };
      }),
    );
    const stopped: Task[] = [];
    for (const tasks of inChunks(arns ?? [], TASKS_PER_CALL)) {
      const answer = await this.caller.run('DescribeTasks', call, options =>
        this.clients
          .ecs(call)
          .send(new DescribeTasksCommand({ cluster, tasks }), options),
      );
      stopped.push(...(answer.tasks ?? []));
    }
    return stopped
      .filter(({ group }) => group === `service:${name}`)
      .sort(
        (one, other) =>
          Number(other.stoppedAt ?? 0) - Number(one.stoppedAt ?? 0),
      )
      .slice(0, MOST_KEPT)
      .map(stoppedTask);
  }
}

function stoppedTask(task: Task): StoppedTask {
  return {
    id: task.taskArn?.split('/').at(-1) ?? '',
    stopCode: task.stopCode,
    reason: awsSentence(task.stoppedReason),
    stoppedAt: task.stoppedAt?.toISOString(),
    taskDefinition: shortTaskDefinition(task.taskDefinitionArn) || undefined,
    containers: (task.containers ?? []).map(({ name, exitCode, reason }) => ({
      name: name ?? '',
      exitCode,
      reason: awsSentence(reason),
    })),
  };
}
