import { isDeepStrictEqual } from 'node:util';
import { ConflictError } from '@backstage/errors';
import type { StartRunRequest } from '@mlinfra/plugin-mlinfra-common';
import type { AwsCall } from '../../aws/AwsCaller';
import type { ExecutionSource } from '../../aws/ExecutionSource';
import { parseJson } from '../json/parseJson';
import type { StoredPipeline, StoredRun } from '../model';
import type { RunStore } from '../store/RunStore';
import { actionCall } from './actionCall';
import { actionError, isNameTaken } from './actionError';
import { checkRunInput } from './checkRunInput';
import type { StoredExecution } from './StoredExecution';
import type { MlinfraConfig } from '../../config/MlinfraConfig';

/** A run that was asked for, and whether this request has started it. */
export interface StartedRun {
  run: StoredRun;
  created: boolean;
}

/** Starts runs, each once, however often the same form is sent. */
export class RunStarter {
  private readonly starting = new Map<string, Promise<unknown>>();

  constructor(
    private readonly options: {
      config: Pick<MlinfraConfig, 'accounts'>;
      executions: Pick<ExecutionSource, 'startExecution' | 'describeExecution'>;
      runs: RunStore;
      stored: StoredExecution;
    },
  ) {}

  /** @throws InputError, ConflictError and others that name what to do. */
  async start(
    pipeline: StoredPipeline,
    { input, clientToken }: StartRunRequest,
  ): Promise<StartedRun> {
    if (pipeline.type === 'EXPRESS') {
      throw new ConflictError(
        `Nothing was started: ${pipeline.name} is an express state machine, whose runs AWS does not keep. Start it from the program that uses it.`,
      );
    }
    const call = actionCall(
      this.options.config,
      pipeline,
      'Nothing was started',
    );
    const text = checkRunInput(pipeline, input);
    const name = executionName(clientToken);
    const arn = executionArn(pipeline.id, name);
    // A double click's second request waits, and finds what the first has started.
    const before = this.starting.get(arn) ?? Promise.resolve();
    const start = before
      .catch(() => undefined)
      .then(() => this.startOnce(call, pipeline, { arn, name, text }));
    this.starting.set(arn, start);
    try {
      return await start;
    } finally {
      if (this.starting.get(arn) === start) {
        this.starting.delete(arn);
      }
    }
  }

  private async startOnce(
    call: AwsCall,
    pipeline: StoredPipeline,
    { arn, name, text }: { arn: string; name: string; text: string },
  ): Promise<StartedRun> {
    const { executions, runs, stored } = this.options;
    const known = await runs.byArn(arn);
    try {
      const started = await executions.startExecution(call, {
        stateMachineArn: pipeline.id,
        name,
        input: text,
      });
      const run = await stored.save(pipeline, {
        arn: started.executionArn || arn,
        name,
        stateMachineArn: pipeline.id,
        status: 'RUNNING',
        startedAt: started.startedAt,
        redriveCount: 0,
      });
      return { run, created: !known };
    } catch (error) {
      if (isNameTaken(error)) {
        return this.found(call, pipeline, arn, text);
      }
      throw actionError(error, {
        action: 'states:StartExecution',
        arn: pipeline.id,
        outcome: 'Nothing was started',
      });
    }
  }

  /** The run that the token has started before, if with the same input. */
  private async found(
    call: AwsCall,
    pipeline: StoredPipeline,
    arn: string,
    text: string,
  ): Promise<StartedRun> {
    const subject = {
      action: 'states:DescribeExecution',
      arn,
      outcome: 'Nothing was started',
    };
    const execution = await this.options.executions
      .describeExecution(call, arn)
      .catch(error => {
        throw actionError(error, subject);
      });
    if (
      !execution ||
      !isDeepStrictEqual(parseJson(execution.input), parseJson(text))
    ) {
      throw new ConflictError(
        'Nothing was started: this form has started a run with another input already. Open the form again to start another one.',
      );
    }
    const run = await this.options.stored.save(pipeline, execution);
    return { run, created: false };
  }
}

function executionName(clientToken: string): string {
  return `portal-${clientToken.toLocaleLowerCase('en-US')}`;
}

function executionArn(stateMachineArn: string, name: string): string {
  return `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
}
