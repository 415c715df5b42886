import type { JsonObject } from '@backstage/types';
import type { RepositoryFile } from '../../src/repository/RepositoryFile';

/** What the scaffolder answers. */
export interface DryRunAnswer {
  log: Array<{ body: { message: string; stepId?: string; status?: string } }>;
  steps: Array<{ id: string; name: string; action: string }>;
  output: JsonObject;
  directoryContents: Array<{
    path: string;
    base64Content: string;
    executable?: boolean;
  }>;
}

/** A step of a dry run. */
export interface DryRunStep {
  id: string;
  name: string;
  action: string;
  /** `not-run`: its condition was false. */
  status: 'completed' | 'skipped' | 'not-run';
  milliseconds: number;
}

/** What a dry run made. */
export interface DryRunResult {
  files: RepositoryFile[];
  steps: DryRunStep[];
  log: string[];
  output: JsonObject;
  milliseconds: number;
}

/** The answer with times and decoded files. */
export function toResult(
  answer: DryRunAnswer,
  times: { startedAt: number; endedAt: number; stepStarts: number[] },
): DryRunResult {
  const statuses = new Map<string, string>();
  for (const { body } of answer.log) {
    if (body.stepId && body.status && statuses.get(body.stepId) !== 'skipped') {
      statuses.set(body.stepId, body.status);
    }
  }
  const entered = answer.log.flatMap(({ body }) =>
    body.stepId && / in dry-run mode with inputs/.test(body.message)
      ? [body.stepId]
      : [],
  );
  const duration = (id: string) => {
    const position = entered.indexOf(id);
    const from = times.stepStarts[position];
    const to = times.stepStarts[position + 1] ?? times.endedAt;
    return position < 0 || from === undefined ? 0 : to - from;
  };
  return {
    files: answer.directoryContents.map(file => ({
      path: file.path,
      content: Buffer.from(file.base64Content, 'base64'),
      executable: file.executable === true,
    })),
    steps: answer.steps.map(({ id, name, action }) => ({
      id,
      name,
      action,
      status: stepStatus(entered.includes(id), statuses.get(id)),
      milliseconds: duration(id),
    })),
    log: answer.log.map(({ body }) => body.message),
    output: answer.output,
    milliseconds: times.endedAt - times.startedAt,
  };
}

function stepStatus(
  entered: boolean,
  status: string | undefined,
): DryRunStep['status'] {
  if (!entered) {
    return 'not-run';
  }
  return status === 'skipped' ? 'skipped' : 'completed';
}
