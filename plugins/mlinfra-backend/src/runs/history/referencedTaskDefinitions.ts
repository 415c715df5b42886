import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { readEcsTask } from './ecsTask';
import { errorDetails, workOutput } from './eventDetails';

/** ARNs of the task definitions whose tasks a history names, each once. */
export function referencedTaskDefinitions(events: HistoryEvent[]): string[] {
  const arns = new Set<string>();
  for (const event of events) {
    if (event.type?.startsWith('Task')) {
      const task =
        readEcsTask(workOutput(event)) ??
        readEcsTask(errorDetails(event).cause);
      if (task?.taskDefinitionArn) {
        arns.add(task.taskDefinitionArn);
      }
    }
  }
  return [...arns];
}
