import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { readEcsTask } from './ecsTask';
import { errorDetails, workOutput, workService } from './eventDetails';
import type { AttemptDraft, StepDraft } from './StepDraft';

/** Events of an attempt of a state that has work done. */
export const WORK_EVENT =
  /^(Task|LambdaFunction|Activity)(Scheduled|Started|Submitted|Succeeded|Failed|ScheduleFailed|StartFailed|SubmitFailed|TimedOut)$/;

/** Adds what an event says to the attempts of its step. */
export function readWorkEvent(
  step: StepDraft,
  event: HistoryEvent,
  at: string,
): void {
  const type = event.type ?? '';
  const attempt = type.endsWith('Scheduled')
    ? begin(step, event, at)
    : step.attempts.at(-1) ?? begin(step, event, at);
  attempt.service ??= workService(event);
  if (attempt.status !== 'running') {
    return;
  }
  if (type.endsWith('Submitted')) {
    readTask(attempt, workOutput(event));
  } else if (type.endsWith('Succeeded')) {
    readTask(attempt, workOutput(event));
    attempt.status = 'succeeded';
    attempt.endedAt = at;
    step.failure = undefined;
  } else if (type.endsWith('Failed') || type.endsWith('TimedOut')) {
    const { error, cause } = errorDetails(event);
    const status = type.endsWith('TimedOut') ? 'timed-out' : 'failed';
    readTask(attempt, cause);
    Object.assign(attempt, { status, error, cause, endedAt: at });
    step.failure = { status, error, cause, eventId: event.id ?? 0 };
  }
}

/** What a state had done, word for word; the same again after a redrive. */
export function workOrder(event: HistoryEvent): string | undefined {
  return (
    event.taskScheduledEventDetails?.parameters ??
    event.lambdaFunctionScheduledEventDetails?.resource ??
    event.activityScheduledEventDetails?.resource
  );
}

function begin(step: StepDraft, event: HistoryEvent, at: string): AttemptDraft {
  const before = step.attempts.at(-1);
  if (before?.status === 'running') {
    before.status = 'unknown';
    before.endedAt = at;
  }
  const attempt: AttemptDraft = {
    number: step.attempts.length + 1,
    status: 'running',
    startedAt: at,
    resourceArn: functionArn(event),
  };
  step.attempts.push(attempt);
  step.failure = undefined;
  step.order = workOrder(event) ?? step.order;
  return attempt;
}

function readTask(attempt: AttemptDraft, text: string | undefined): void {
  const task = readEcsTask(text);
  if (task) {
    attempt.task = { ...attempt.task, ...definedOnly(task) };
    attempt.resourceArn = task.arn ?? attempt.resourceArn;
  }
}

/** The last document of a task knows most, but may leave out what the first one said. */
function definedOnly<Value extends object>(value: Value): Value {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined),
  ) as Value;
}

function functionArn(event: HistoryEvent): string | undefined {
  const named =
    event.lambdaFunctionScheduledEventDetails?.resource ??
    (event.taskScheduledEventDetails?.resourceType === 'lambda'
      ? /"FunctionName"\s*:\s*"([^"\\]+)"/.exec(
          event.taskScheduledEventDetails.parameters ?? '',
        )?.[1]
      : undefined);
  return named;
}
