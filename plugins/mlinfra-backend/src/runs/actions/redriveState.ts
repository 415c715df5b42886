import type { RedriveState, Timestamp } from '@mlinfra/plugin-mlinfra-common';
import { isJsonObject } from '../json/isJsonObject';
import { parseJson } from '../json/parseJson';
import type { RunRecord, StoredPipeline, StoredRun } from '../model';
import { REDACTED } from '../redaction/redactText';
import type { StoredHistory } from '../store/RunHistoryStore';

/** AWS takes a redrive this long after the end. */
const WINDOW_MS = 14 * 24 * 60 * 60 * 1_000;
const WINDOW_DAYS = 14;
const MOST_REDRIVES = 1_000;
const UNSUCCESSFUL: ReadonlySet<string> = new Set([
  'failed',
  'timed-out',
  'aborted',
]);

export interface RedriveQuestion {
  record: RunRecord;
  pipeline: StoredPipeline | undefined;
  /** Undefined: not read yet. */
  history: StoredHistory | undefined;
  now?: number;
}

/** Why a run can or cannot be redriven, and what can be done instead. */
export function redriveState(question: RedriveQuestion): RedriveState {
  const { record, now = Date.now() } = question;
  const { run } = record;
  const why = impossible(question, now);
  const startAgain = UNSUCCESSFUL.has(run.status)
    ? anotherStart(question)
    : undefined;
  if (why !== undefined) {
    return { possible: false, reason: why, startAgain };
  }
  return {
    possible: true,
    reason: `The run goes on at ${stoppedAt(
      question,
    )} with the input and the definition that it was started with; what succeeded is not done again.`,
    until: windowEnd(run),
    startAgain,
  };
}

function impossible(
  { record, pipeline, history }: RedriveQuestion,
  now: number,
): string | undefined {
  const { run } = record;
  switch (run.status) {
    case 'running':
      return 'The run goes on.';
    case 'pending-redrive':
      return 'The run is about to go on.';
    case 'succeeded':
      return 'The run succeeded; start a new one to do it again.';
    case 'rejected':
      return 'The quality gate did not pass, and would not on the same results. Start a new run with another input.';
    case 'unknown':
      return 'AWS gives the run a status that is not known here.';
    default:
  }
  if (!pipeline) {
    return 'The pipeline of the run was deleted, or does not name this entity any more.';
  }
  if (pipeline.type === 'EXPRESS') {
    return 'AWS redrives runs of standard state machines only.';
  }
  if (run.redriveCount >= MOST_REDRIVES) {
    return `The run was redriven ${run.redriveCount} times, more than which AWS does not allow.`;
  }
  const until = windowEnd(run);
  if (until !== undefined && Date.parse(until) <= now) {
    return `AWS redrives a run within ${WINDOW_DAYS} days of its end, which was until ${until}.`;
  }
  if (!history) {
    return 'The history of the run has not been read yet, so it is not known where it would go on.';
  }
  const end = history.steps.find(
    ({ stateType, status }) => stateType === 'Fail' && status === 'failed',
  );
  return end && run.status === 'failed'
    ? `The run caught its failure and ended in the state ${end.stateName}; a redrive would repeat that state alone, and fail again.`
    : undefined;
}

function windowEnd({ stoppedAt: end }: StoredRun): Timestamp | undefined {
  return end === undefined
    ? undefined
    : new Date(Date.parse(end) + WINDOW_MS).toISOString();
}

function stoppedAt(question: RedriveQuestion): string {
  return unsuccessfulState(question) ?? 'the state that did not succeed';
}

function unsuccessfulState({
  record: { run },
  history,
}: RedriveQuestion): string | undefined {
  return (
    run.failedState ??
    history?.steps
      .filter(({ stateType }) => stateType === 'Task')
      .find(({ status }) => UNSUCCESSFUL.has(status))?.stateName
  );
}

/** A new run from the step that failed, where the contract tells how, and nothing of the input was hidden. */
function anotherStart(question: RedriveQuestion): RedriveState['startAgain'] {
  const { record, pipeline, history } = question;
  const resume = pipeline?.contract?.resume;
  const stateName = unsuccessfulState(question);
  const step =
    resume && stateName !== undefined && Object.hasOwn(resume.steps, stateName)
      ? resume.steps[stateName]
      : undefined;
  if (!resume || stateName === undefined || step === undefined) {
    return undefined;
  }
  const input = parseJson(history?.input);
  if (!isJsonObject(input) || history?.input?.includes(REDACTED)) {
    return undefined;
  }
  return {
    stateName,
    input: {
      ...input,
      [resume.stepProperty]: step,
      [resume.runProperty]: record.run.name,
    },
  };
}
