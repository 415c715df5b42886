import type { HistoryEvent } from '@aws-sdk/client-sfn';

/** Error name and cause as AWS gives them. */
export interface ErrorDetails {
  error?: string;
  cause?: string;
}

/** What an event says of a failure; empty where it says nothing. */
export function errorDetails(event: HistoryEvent): ErrorDetails {
  const { error, cause }: ErrorDetails =
    event.taskFailedEventDetails ??
    event.taskTimedOutEventDetails ??
    event.taskSubmitFailedEventDetails ??
    event.taskStartFailedEventDetails ??
    event.lambdaFunctionFailedEventDetails ??
    event.lambdaFunctionTimedOutEventDetails ??
    event.lambdaFunctionScheduleFailedEventDetails ??
    event.lambdaFunctionStartFailedEventDetails ??
    event.activityFailedEventDetails ??
    event.activityTimedOutEventDetails ??
    event.activityScheduleFailedEventDetails ??
    event.mapRunFailedEventDetails ??
    event.evaluationFailedEventDetails ??
    event.executionFailedEventDetails ??
    event.executionTimedOutEventDetails ??
    event.executionAbortedEventDetails ??
    {};
  return { error, cause };
}

/** What the event's work was given, or gave back. */
export function workOutput(event: HistoryEvent): string | undefined {
  return (
    event.taskSucceededEventDetails?.output ??
    event.taskSubmittedEventDetails?.output ??
    event.lambdaFunctionSucceededEventDetails?.output ??
    event.activitySucceededEventDetails?.output
  );
}

/** The service that works, for example `ecs` or `lambda`. */
export function workService(event: HistoryEvent): string | undefined {
  if (event.type?.startsWith('LambdaFunction')) {
    return 'lambda';
  }
  if (event.type?.startsWith('Activity')) {
    return 'activity';
  }
  return (
    event.taskScheduledEventDetails ??
    event.taskStartedEventDetails ??
    event.taskSubmittedEventDetails ??
    event.taskSucceededEventDetails ??
    event.taskFailedEventDetails ??
    event.taskTimedOutEventDetails
  )?.resourceType;
}

/** In UTC, as everywhere; an event without a time has that of the one before. */
export function instantOf(event: HistoryEvent, before: string): string {
  const { timestamp } = event;
  return timestamp instanceof Date && !Number.isNaN(timestamp.getTime())
    ? timestamp.toISOString()
    : before;
}
