import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  RunLogsResponse,
  StepAttempt,
} from '@mlinfra/plugin-mlinfra-common';
import { AwsCallError } from '../../aws/AwsCallError';
import type { ExecutionSource, LogPage } from '../../aws/ExecutionSource';
import { partitionOf } from '../../aws/partition';
import type { MlinfraConfig } from '../../config/MlinfraConfig';
import { actionCall } from '../actions/actionCall';
import { isTimeout } from '../actions/actionError';
import { shownText } from '../history/shownText';
import type { StoredLogSource, StoredRun, StoredStep } from '../model';
import type { Redactor } from '../redaction/Redactor';
import { decodeLogCursor, encodeLogCursor } from './logCursor';

const LONGEST_LINE = 16 * 1024;
/** Lines arrive after the end of what wrote them. */
const AFTER_END_MS = 5 * 60 * 1_000;

/** Which lines are wanted. */
export interface LogRequest {
  step: string;
  attempt?: number;
  cursor?: string;
  limit: number;
}

/** Reads the logs of steps, without secrets. */
export class RunLogs {
  constructor(
    private readonly options: {
      config: Pick<MlinfraConfig, 'accounts'>;
      executions: Pick<ExecutionSource, 'logEvents'>;
      redactor: Redactor;
    },
  ) {}

  /** @throws NotFoundError for a step or an attempt that the run does not have. */
  async page(
    run: StoredRun,
    steps: StoredStep[],
    request: LogRequest,
  ): Promise<RunLogsResponse> {
    const { step, attempt } = find(run, steps, request);
    const source = attempt && step.logs[attempt.number];
    if (!attempt || !source) {
      return {
        lines: [],
        logGroup: '',
        problem: `${step.stateName} has written no log that is known: its task was not started, or its log does not go to CloudWatch Logs.`,
      };
    }
    const place = { logGroup: source.group, logStream: source.stream };
    const { stream } = source;
    if (stream === undefined) {
      return {
        ...place,
        lines: [],
        problem: `The lines of ${step.stateName} lie in the log group ${source.group} among those of other calls. Open the group in CloudWatch Logs.`,
      };
    }
    const token =
      request.cursor && decodeLogCursor(run, source, request.cursor);
    try {
      const page = await this.ask(run, { ...source, stream }, attempt, {
        token,
        limit: request.limit,
      });
      return {
        ...place,
        lines: page.lines.map(({ at, message }) => ({
          at,
          message: this.shown(message),
        })),
        previousCursor:
          page.previous && encodeLogCursor(run, source, page.previous),
        problem:
          page.lines.length > 0 || token
            ? undefined
            : noLines(step, attempt, source),
      };
    } catch (error) {
      return { ...place, lines: [], problem: refused(error, run, source) };
    }
  }

  private ask(
    run: StoredRun,
    { group, stream }: Required<StoredLogSource>,
    { startedAt, endedAt }: StepAttempt,
    { token, limit }: { token: string | undefined; limit: number },
  ): Promise<LogPage> {
    const { config, executions } = this.options;
    return executions.logEvents(actionCall(config, run, 'No log was read'), {
      group,
      stream,
      cursor: token,
      from: startedAt,
      to:
        endedAt === undefined
          ? undefined
          : new Date(Date.parse(endedAt) + AFTER_END_MS).toISOString(),
      limit,
    });
  }

  private shown(message: string): string {
    const line = message.replace(/\r?\n$/, '');
    return shownText(this.options.redactor.json(line), LONGEST_LINE);
  }
}

function find(
  run: StoredRun,
  steps: StoredStep[],
  request: LogRequest,
): { step: StoredStep; attempt?: StepAttempt } {
  const step = steps.find(({ id }) => id === request.step);
  if (!step) {
    throw new NotFoundError(
      `The run ${run.name} has no step ${request.step}; read the run again`,
    );
  }
  const attempt =
    request.attempt === undefined
      ? step.attempts.at(-1)
      : step.attempts.find(({ number }) => number === request.attempt);
  if (request.attempt !== undefined && !attempt) {
    throw new NotFoundError(
      `${step.stateName} has no attempt ${request.attempt}; it has ${step.attempts.length}`,
    );
  }
  return { step, attempt };
}

function noLines(
  { stateName }: StoredStep,
  { status }: StepAttempt,
  { group }: StoredLogSource,
): string {
  return status === 'running'
    ? `${stateName} has written no line yet.`
    : `${stateName} has written no line, or the retention of the log group ${group} has removed them.`;
}

function refused(
  error: unknown,
  { accountId, region }: StoredRun,
  { group }: StoredLogSource,
): string {
  if (error instanceof ConflictError) {
    return error.message;
  }
  if (isTimeout(error)) {
    return 'AWS gave no answer in time (logs:GetLogEvents). Ask again in a moment.';
  }
  if (!(error instanceof AwsCallError)) {
    throw error;
  }
  return error.kind === 'access-denied'
    ? `The log may not be read: the role of the portal needs logs:GetLogEvents on arn:${
        partitionOf(region).id
      }:logs:${region}:${accountId}:log-group:${group}:log-stream:*.`
    : error.message;
}
