import { setImmediate } from 'node:timers/promises';
import type { HistoryEvent } from '@aws-sdk/client-sfn';
import type { RunEvent } from '@mlinfra/plugin-mlinfra-common';
import { runCost } from '../cost/runCost';
import { readMetrics } from '../metrics/readMetrics';
import type { RunHistory, RunHistoryInput, StoredStep } from '../model';
import { Redactor } from '../redaction/Redactor';
import { instantOf } from './eventDetails';
import { failedState } from './failedState';
import { HistoryReader } from './HistoryReader';
import { runEvent } from './runEvent';
import { dataLength } from './shownText';
import { shownCause, shownError, storedStep } from './storedStep';

/** How long a long history may keep everything else waiting. */
const TURN_MS = 20;

/** What a run's history says, without anything that must not be stored. It never throws for what AWS has sent. */
export function buildRunHistory(
  input: RunHistoryInput,
  redactor: Redactor = new Redactor(),
): RunHistory {
  const work = parts(input, redactor);
  for (;;) {
    const { done, value } = work.next();
    if (done) {
      return value;
    }
  }
}

/** The same for a long history, which lets others have their turn meanwhile. */
export async function buildRunHistoryInTurns(
  input: RunHistoryInput,
  redactor: Redactor,
): Promise<RunHistory> {
  const work = parts(input, redactor);
  let turnEnds = Date.now() + TURN_MS;
  for (;;) {
    const { done, value } = work.next();
    if (done) {
      return value;
    }
    if (Date.now() > turnEnds) {
      await setImmediate();
      turnEnds = Date.now() + TURN_MS;
    }
  }
}

function* parts(
  input: RunHistoryInput,
  redactor: Redactor,
): Generator<void, RunHistory> {
  const reader = new HistoryReader();
  let at = input.run.startedAt;
  const events: RunEvent[] = [];
  for (const event of inOrder(input.events)) {
    at = instantOf(event, at);
    events.push(runEvent(event, at, reader.read(event), redactor));
    yield;
  }
  const { steps, ending } = reader;
  const length = dataLength(steps.length);
  const facts = {
    region: input.region,
    taskDefinitions: input.taskDefinitions,
  };
  const stored: StoredStep[] = [];
  for (const step of steps) {
    stored.push(storedStep(step, facts, redactor, length));
    yield;
  }
  const succeeded = ending?.type === 'ExecutionSucceeded';
  return {
    steps: stored,
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
