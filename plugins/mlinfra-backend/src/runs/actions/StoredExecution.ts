import type { AwsCall } from '../../aws/AwsCaller';
import { AwsCallError } from '../../aws/AwsCallError';
import type {
  ExecutionDetails,
  ExecutionSource,
} from '../../aws/ExecutionSource';
import type { MlinfraConfig } from '../../config/MlinfraConfig';
import { buildRun, type RunPipeline } from '../collect/buildRun';
import type { RunWatch } from '../collect/RunWatch';
import type { StoredRun } from '../model';
import type { Redactor } from '../redaction/Redactor';
import type { RunStore } from '../store/RunStore';

/** Of an execution, what an action knows at once. */
export type SeenExecution = Pick<
  ExecutionDetails,
  | 'arn'
  | 'name'
  | 'stateMachineArn'
  | 'status'
  | 'startedAt'
  | 'stoppedAt'
  | 'redriveCount'
  | 'redrivenAt'
  | 'error'
  | 'cause'
>;

/** Stores what an action has made of a run, and lets it be followed. */
export class StoredExecution {
  constructor(
    private readonly options: {
      config: Pick<MlinfraConfig, 'accounts'>;
      executions: Pick<ExecutionSource, 'describeExecution'>;
      runs: RunStore;
      runWatch: Pick<RunWatch, 'watch'>;
      redactor: Redactor;
    },
  ) {}

  async save(
    pipeline: RunPipeline,
    execution: SeenExecution,
  ): Promise<StoredRun> {
    const { config, runs, runWatch, redactor } = this.options;
    const now = new Date().toISOString();
    const run = buildRun(pipeline, execution, {
      redactor,
      emulated: config.accounts.some(
        ({ accountId, emulated }) =>
          accountId === pipeline.accountId && emulated,
      ),
      collectedAt: now,
    });
    const [changed] = await runs.upsert([run], now);
    await runWatch.watch(run.id);
    return changed ?? (await runs.byArn(execution.arn))?.run ?? run;
  }

  /** After an action that has happened: where AWS cannot be asked now, the run is as it was known, and followed. */
  async again(call: AwsCall, run: StoredRun): Promise<StoredRun> {
    const { pipelineId: id, pipelineName: name } = run;
    try {
      const execution = await this.options.executions.describeExecution(
        call,
        run.executionArn,
      );
      if (execution) {
        return await this.save({ ...run, id, name }, execution);
      }
    } catch (error) {
      if (!(error instanceof AwsCallError) && !call.signal.aborted) {
        throw error;
      }
    }
    await this.options.runWatch.watch(run.id);
    return run;
  }
}
