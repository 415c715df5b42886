import { ConflictError } from '@backstage/errors';
import type { EntityRef } from '@mlinfra/plugin-mlinfra-common';
import type { ExecutionSource } from '../../aws/ExecutionSource';
import type { MlinfraConfig } from '../../config/MlinfraConfig';
import type { RunRecord, StoredRun } from '../model';
import { isTerminal } from '../store/runStatus';
import { actionCall } from './actionCall';
import { actionError } from './actionError';
import type { StoredExecution } from './StoredExecution';

const OUTCOME = 'Nothing was stopped';

/** With which error name the history shows that a person has stopped a run. */
export const STOPPED_BY_USER = 'StoppedByUser';

/** Stops runs that go on. */
export class RunStopper {
  constructor(
    private readonly options: {
      config: Pick<MlinfraConfig, 'accounts'>;
      executions: Pick<ExecutionSource, 'stopExecution'>;
      stored: StoredExecution;
    },
  ) {}

  /** @throws ConflictError when the run has ended. */
  async stop(
    { run, terminal }: RunRecord,
    user: EntityRef,
    reason: string | undefined,
  ): Promise<StoredRun> {
    if (terminal) {
      throw hasEnded(run);
    }
    const { config, executions, stored } = this.options;
    const call = actionCall(config, run, OUTCOME);
    const { executionArn } = run;
    const words = reason?.trim();
    try {
      await executions.stopExecution(call, {
        executionArn,
        error: STOPPED_BY_USER,
        cause: `Stopped by ${user} in the portal${words ? `: ${words}` : ''}`,
      });
    } catch (error) {
      throw actionError(error, {
        action: 'states:StopExecution',
        arn: executionArn,
        outcome: OUTCOME,
      });
    }
    const now = await stored.again(call, run);
    // AWS takes the request for a run that has just ended by itself, too.
    if (isTerminal(now.status) && now.status !== 'aborted') {
      throw hasEnded(now);
    }
    return now;
  }
}

function hasEnded({ name, status, stoppedAt }: StoredRun): ConflictError {
  return new ConflictError(
    `${OUTCOME}: the run ${name} has ended (${status}${
      stoppedAt ? `, ${stoppedAt}` : ''
    }).`,
  );
}
