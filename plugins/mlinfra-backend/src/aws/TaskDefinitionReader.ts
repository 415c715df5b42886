import {
  type ContainerDefinition,
  DescribeTaskDefinitionCommand,
  type TaskDefinition,
} from '@aws-sdk/client-ecs';
import type { TaskDefinitionFacts } from '../runs/model';
import type { AwsCall, AwsCaller } from './AwsCaller';
import type { AwsClients } from './AwsClients';
import { unlessGone } from './unlessGone';

/** Kept in memory; far more than the tasks of the pipelines of one portal. */
const MOST_KEPT = 5_000;
const WITH_REVISION = /:\d+$/;

/** Reads task definitions; those with a revision never change, so they are read once. */
export class TaskDefinitionReader {
  private readonly kept = new Map<string, TaskDefinitionFacts>();

  constructor(
    private readonly clients: AwsClients,
    private readonly caller: AwsCaller,
  ) {}

  /** Undefined when there is none. */
  async describe(
    call: AwsCall,
    arn: string,
  ): Promise<TaskDefinitionFacts | undefined> {
    const known = this.kept.get(arn);
    if (known) {
      return known;
    }
    const read = await this.read(call, arn);
    if (read && WITH_REVISION.test(arn)) {
      if (this.kept.size >= MOST_KEPT) {
        this.kept.clear();
      }
      this.kept.set(arn, read);
    }
    return read;
  }

  private read(
    call: AwsCall,
    taskDefinition: string,
  ): Promise<TaskDefinitionFacts | undefined> {
    return unlessGone(async () => {
      const answer = await this.caller.run(
        'DescribeTaskDefinition',
        call,
        options =>
          this.clients
            .ecs(call)
            .send(
              new DescribeTaskDefinitionCommand({ taskDefinition }),
              options,
            ),
      );
      return facts(taskDefinition, answer.taskDefinition);
    });
  }
}

function facts(
  arn: string,
  definition: TaskDefinition | undefined,
): TaskDefinitionFacts {
  return {
    arn,
    cpu: definition?.cpu,
    memory: definition?.memory,
    ephemeralStorageGb: definition?.ephemeralStorage?.sizeInGiB,
    architecture: definition?.runtimePlatform?.cpuArchitecture,
    containers: (definition?.containerDefinitions ?? []).map(container => ({
      name: container.name ?? '',
      log: log(container),
    })),
  };
}

/** Only with a prefix does ECS name streams so that they can be told. */
function log({ logConfiguration }: ContainerDefinition) {
  const group = logConfiguration?.options?.['awslogs-group'];
  const prefix = logConfiguration?.options?.['awslogs-stream-prefix'];
  return logConfiguration?.logDriver === 'awslogs' && group && prefix
    ? { group, prefix }
    : undefined;
}
