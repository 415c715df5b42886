import type { StoredLogSource, TaskDefinitionFacts } from '../model';
import { endingContainer } from './readableCause';
import type { AttemptDraft } from './StepDraft';

/** Where an attempt has written its log, where that can be told. */
export function attemptLog(
  attempt: AttemptDraft,
  taskDefinitions: ReadonlyMap<string, TaskDefinitionFacts>,
): StoredLogSource | undefined {
  return attempt.task
    ? taskLog(attempt, taskDefinitions)
    : functionLog(attempt);
}

/** The awslogs driver names streams `<prefix>/<container>/<task id>`. */
function taskLog(
  { task }: AttemptDraft,
  taskDefinitions: ReadonlyMap<string, TaskDefinitionFacts>,
): StoredLogSource | undefined {
  const definition = taskDefinitions.get(task?.taskDefinitionArn ?? '');
  const containers = definition?.containers.filter(({ log }) => log) ?? [];
  const ending = task && endingContainer(task)?.name;
  const container =
    containers.find(({ name }) => name === ending) ?? containers[0];
  const taskId = task?.arn?.split('/').at(-1);
  return container?.log && taskId
    ? {
        group: container.log.group,
        stream: `${container.log.prefix}/${container.name}/${taskId}`,
      }
    : undefined;
}

/** A function's streams do not tell the run, so its group is all there is. */
function functionLog({
  service,
  resourceArn,
}: AttemptDraft): StoredLogSource | undefined {
  if (service !== 'lambda' || resourceArn === undefined) {
    return undefined;
  }
  const name = /:function:([^:]+)/.exec(resourceArn)?.[1] ?? resourceArn;
  return /^[\w-]+$/.test(name) ? { group: `/aws/lambda/${name}` } : undefined;
}
