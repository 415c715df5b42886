import type { HistoryEvent, HistoryEventType } from '@aws-sdk/client-sfn';

type Details = Omit<Partial<HistoryEvent>, 'id' | 'type' | 'timestamp'>;

/** Writes histories as Step Functions does; every call returns the event's id. */
export class HistoryBuilder {
  readonly events: HistoryEvent[] = [];

  constructor(private readonly start = Date.parse('2026-01-01T00:00:00Z')) {}

  /** An event a second after the one before it, caused by `previousEventId`. */
  add(type: string, previousEventId: number, details: Details = {}): number {
    const id = this.events.length + 1;
    this.events.push({
      id,
      previousEventId,
      type: type as HistoryEventType,
      timestamp: new Date(this.start + (id - 1) * 1_000),
      ...details,
    });
    return id;
  }

  begin(input: unknown = {}): number {
    return this.add('ExecutionStarted', 0, {
      executionStartedEventDetails: { input: JSON.stringify(input) },
    });
  }

  enter(type: string, name: string, after: number, input = '{}'): number {
    return this.add(`${type}StateEntered`, after, {
      stateEnteredEventDetails: { name, input },
    });
  }

  exit(type: string, name: string, after: number, output = '{}'): number {
    return this.add(`${type}StateExited`, after, {
      stateExitedEventDetails: { name, output },
    });
  }

  /** A state that does nothing but pass. */
  pass(name: string, after: number): number {
    return this.exit('Pass', name, this.enter('Pass', name, after));
  }

  schedule(after: number, parameters = '{}'): number {
    return this.add('TaskScheduled', after, {
      taskScheduledEventDetails: {
        resourceType: 'ecs',
        resource: 'runTask.sync',
        region: 'eu-central-1',
        parameters,
      },
    });
  }

  /** Scheduled, started and submitted. */
  submit(after: number, output = '{}', parameters = '{}'): number {
    const details = { resourceType: 'ecs', resource: 'runTask.sync' };
    const started = this.add('TaskStarted', this.schedule(after, parameters), {
      taskStartedEventDetails: details,
    });
    return this.add('TaskSubmitted', started, {
      taskSubmittedEventDetails: { ...details, output },
    });
  }

  succeed(after: number, output = '{}'): number {
    return this.add('TaskSucceeded', after, {
      taskSucceededEventDetails: {
        resourceType: 'ecs',
        resource: 'runTask.sync',
        output,
      },
    });
  }

  fail(after: number, error: string, cause?: string): number {
    return this.add('TaskFailed', after, {
      taskFailedEventDetails: {
        resourceType: 'ecs',
        resource: 'runTask.sync',
        error,
        cause,
      },
    });
  }

  /** A whole Task state whose first attempt succeeds. */
  task(name: string, after: number, output = '{}'): number {
    const done = this.succeed(this.submit(this.enter('Task', name, after)));
    return this.exit('Task', name, done, output);
  }

  end(type: string, after: number, details: Details = {}): number {
    return this.add(`Execution${type}`, after, details);
  }
}
