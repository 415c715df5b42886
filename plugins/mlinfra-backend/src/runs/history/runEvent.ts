import type { HistoryEvent } from '@aws-sdk/client-sfn';
import type { RunEvent } from '@mlinfra/plugin-mlinfra-common';
import type { Redactor } from '../redaction/Redactor';
import { readEcsTask } from './ecsTask';
import { errorDetails, workOutput } from './eventDetails';
import { shownText } from './shownText';
import { shownCause, shownError } from './storedStep';
import type { StepDraft } from './StepDraft';

const MAX_DETAIL_LENGTH = 500;

/** An event as a line of a list. */
export function runEvent(
  event: HistoryEvent,
  at: string,
  step: StepDraft | undefined,
  redactor: Redactor,
): RunEvent {
  return {
    id: event.id ?? 0,
    at,
    type: event.type ?? 'unknown',
    stateName: step?.stateName,
    detail: detail(event, redactor),
  };
}

function detail(event: HistoryEvent, redactor: Redactor): string | undefined {
  const { error, cause } = errorDetails(event);
  const failure = [
    shownError(error, redactor),
    shownCause(cause, redactor),
  ].filter(Boolean);
  if (failure.length > 0) {
    return line(failure.join(': '));
  }
  const scheduled = event.taskScheduledEventDetails;
  const resource = scheduled
    ? `${scheduled.resourceType} ${scheduled.resource}`
    : event.lambdaFunctionScheduledEventDetails?.resource ??
      event.activityScheduledEventDetails?.resource ??
      event.mapRunStartedEventDetails?.mapRunArn ??
      readEcsTask(workOutput(event))?.arn;
  if (resource !== undefined) {
    return line(redactor.text(resource));
  }
  const iteration =
    event.mapIterationStartedEventDetails ??
    event.mapIterationSucceededEventDetails ??
    event.mapIterationFailedEventDetails ??
    event.mapIterationAbortedEventDetails;
  if (iteration?.index !== undefined) {
    return `Iteration ${iteration.index}`;
  }
  const redrive = event.executionRedrivenEventDetails?.redriveCount;
  return redrive === undefined ? undefined : `Redrive ${redrive}`;
}

function line(text: string): string {
  return shownText(text.replace(/\s+/g, ' '), MAX_DETAIL_LENGTH);
}
