import { isJsonObject } from '../json/isJsonObject';
import { parseJson } from '../json/parseJson';
import { type EcsContainer, type EcsTask, readEcsTask } from './ecsTask';

/** A cause that a person can read, where AWS gives a JSON document. */
export function readableCause(cause: string | undefined): string | undefined {
  if (cause === undefined || cause === '') {
    return undefined;
  }
  const task = readEcsTask(cause);
  if (task) {
    return taskInWords(task);
  }
  const value = parseJson(cause);
  if (typeof value === 'string') {
    return readableCause(value);
  }
  const message = isJsonObject(value)
    ? value.errorMessage ?? value.message ?? value.Message
    : undefined;
  return typeof message === 'string' && message !== '' ? message : cause;
}

/** The container whose end ended the task. */
export function endingContainer(task: EcsTask): EcsContainer | undefined {
  const { containers } = task;
  return (
    containers.find(({ exitCode }) => exitCode !== undefined && exitCode > 0) ??
    containers.find(({ reason }) => reason !== undefined) ??
    containers[0]
  );
}

function taskInWords(task: EcsTask): string {
  const container = endingContainer(task);
  const why =
    task.stoppedReason && ended(`Task stopped: ${task.stoppedReason}`);
  if (!container?.name) {
    return why ?? 'The task stopped, and ECS gives no reason.';
  }
  const what =
    container.exitCode === undefined
      ? `Container ${container.name} did not run`
      : `Container ${container.name} ended with exit code ${container.exitCode}`;
  const first = ended(container.reason ? `${what}: ${container.reason}` : what);
  return why ? `${first} ${why}` : first;
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
