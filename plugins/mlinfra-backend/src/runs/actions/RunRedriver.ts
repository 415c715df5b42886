import { ConflictError } from '@backstage/errors';
import type { ExecutionSource } from '../../aws/ExecutionSource';
import type { MlinfraConfig } from '../../config/MlinfraConfig';
import type { StoredRun } from '../model';
import { actionCall } from './actionCall';
import { actionError } from './actionError';
import { redriveState, type RedriveQuestion } from './redriveState';
import type { StoredExecution } from './StoredExecution';

const OUTCOME = 'Nothing was redriven';

/** Lets runs go on where they did not succeed. */
export class RunRedriver {
  constructor(
    private readonly options: {
      config: Pick<MlinfraConfig, 'accounts'>;
      executions: Pick<ExecutionSource, 'redriveExecution'>;
      stored: StoredExecution;
    },
  ) {}

  /** @throws ConflictError when it is not possible, with the reason. */
  async redrive(
    question: RedriveQuestion,
    clientToken: string,
  ): Promise<StoredRun> {
    const { run, terminal } = question.record;
    // A run that goes on after a redrive may do so because of this very token, which AWS knows.
    const mayBeRepeated = !terminal && run.redriveCount > 0;
    const { possible, reason } = redriveState(question);
    if (!possible && !mayBeRepeated) {
      throw new ConflictError(`${OUTCOME}: ${reason}`);
    }
    const { config, executions, stored } = this.options;
    const call = actionCall(config, run, OUTCOME);
    const { executionArn } = run;
    try {
      await executions.redriveExecution(call, { executionArn, clientToken });
    } catch (error) {
      throw actionError(error, {
        action: 'states:RedriveExecution',
        arn: executionArn,
        outcome: OUTCOME,
      });
    }
    return stored.again(call, run);
  }
}
