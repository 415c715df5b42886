import type { StepAttempt } from '@mlinfra/plugin-mlinfra-common';
import { type CostFacts, stepCost } from '../cost/stepCost';
import type { StoredLogSource, StoredStep } from '../model';
import type { Redactor } from '../redaction/Redactor';
import { attemptLog } from './attemptLog';
import { endingContainer, readableCause } from './readableCause';
import { MAX_CAUSE_LENGTH, MAX_DATA_LENGTH, shownText } from './shownText';
import type { AttemptDraft, StepDraft } from './StepDraft';

/** A step as it is stored: readable, without secrets, and no longer than anybody reads. */
export function storedStep(
  draft: StepDraft,
  facts: CostFacts,
  redactor: Redactor,
  dataLength: number = MAX_DATA_LENGTH,
): StoredStep {
  const logs: Record<number, StoredLogSource> = {};
  for (const attempt of draft.attempts) {
    const log = attemptLog(attempt, facts.taskDefinitions);
    if (log) {
      logs[attempt.number] = log;
    }
  }
  const data = (text: string | undefined) =>
    text === undefined ? undefined : shownText(redactor.json(text), dataLength);
  return {
    id: draft.id,
    stateName: draft.stateName,
    stateType: draft.stateType,
    status: draft.status,
    enteredAt: draft.enteredAt,
    exitedAt: draft.exitedAt,
    attempts: draft.attempts.map(attempt =>
      storedAttempt(attempt, attempt.number in logs, redactor),
    ),
    iteration: draft.iteration,
    input: data(draft.input),
    output: data(draft.output),
    error: draft.failure && shownError(draft.failure.error, redactor),
    cause: draft.failure && shownCause(draft.failure.cause, redactor),
    cost: stepCost(draft, facts),
    logs,
  };
}

/** A cause in words, without secrets. */
export function shownCause(
  cause: string | undefined,
  redactor: Redactor,
): string | undefined {
  const words = readableCause(cause);
  return words === undefined
    ? undefined
    : shownText(redactor.json(words), MAX_CAUSE_LENGTH);
}

/** AWS's or the pipeline's name of an error, which is also free text. */
export function shownError(
  error: string | undefined,
  redactor: Redactor,
): string | undefined {
  return error ? shownText(redactor.text(error), 256) : undefined;
}

function storedAttempt(
  attempt: AttemptDraft,
  hasLog: boolean,
  redactor: Redactor,
): StepAttempt {
  const { number, status, startedAt, endedAt, resourceArn, task } = attempt;
  return {
    number,
    status,
    startedAt,
    endedAt,
    error: shownError(attempt.error, redactor),
    cause: shownCause(attempt.cause, redactor),
    resourceArn,
    exitCode: task && endingContainer(task)?.exitCode,
    hasLog,
  };
}
