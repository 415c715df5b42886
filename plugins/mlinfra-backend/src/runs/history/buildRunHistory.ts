import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { runCost } from '../cost/runCost';
import { readMetrics } from '../metrics/readMetrics';
import type { RunHistory, RunHistoryInput } from '../model';
import { Redactor } from '../redaction/Redactor';
import { instantOf } from './eventDetails';
import { failedState } from './failedState';
import { HistoryReader } from './HistoryReader';
import { runEvent } from './runEvent';
import { shownCause, shownError, storedStep } from './storedStep';

/** What a run's history says, without anything that must not be stored. It never throws for what AWS has sent. */
export function buildRunHistory(
  input: RunHistoryInput,
  redactor: Redactor = new Redactor(),
): RunHistory {
  const reader = new HistoryReader();
  let at = input.run.startedAt;
  const events = inOrder(input.events).map(event => {
    at = instantOf(event, at);
    return runEvent(event, at, reader.read(event), redactor);
  });
  const { steps, ending } = reader;
  const facts = {
    region: input.region,
    taskDefinitions: input.taskDefinitions,
  };
  const succeeded = ending?.type === 'ExecutionSucceeded';
  return {
    steps: steps.map(step => storedStep(step, facts, redactor)),
    events,
    input: reader.input && redactor.json(reader.input),
    output: reader.output && redactor.json(reader.output),
    metrics: readMetrics(outputsOf(input.events), input.pipeline?.contract),
    cost: runCost(steps, {
      ...facts,
      redrives: reader.redrives,
      standard: input.pipeline?.type !== 'EXPRESS',
    }),
    failedState: succeeded ? undefined : failedState(steps),
    error: shownError(ending?.error, redactor),
    cause: shownCause(ending?.cause, redactor),
  };
}

/** Each event once, oldest first: pages that were read while the run went on may overlap. */
function inOrder(events: HistoryEvent[]): HistoryEvent[] {
  const byId = new Map(events.map(event => [event.id ?? 0, event]));
  return [...byId.values()].sort(
    (one, other) => (one.id ?? 0) - (other.id ?? 0),
  );
}

function outputsOf(events: HistoryEvent[]): string[] {
  return events.flatMap(
    event =>
      event.stateExitedEventDetails?.output ??
      event.executionSucceededEventDetails?.output ??
      [],
  );
}
