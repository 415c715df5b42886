import { AwsCallError } from '../aws/AwsCallError';
import type { ExecutionDetails, ExecutionSource } from '../aws/ExecutionSource';

type Actions = Pick<
  ExecutionSource,
  | 'startExecution'
  | 'stopExecution'
  | 'redriveExecution'
  | 'describeExecution'
  | 'logEvents'
>;

/** Executions in memory that answer as AWS does, and refuse as a test asks for. */
export class FakeExecutions implements Actions {
  readonly executions = new Map<string, ExecutionDetails>();
  readonly logEvents = jest.fn<
    ReturnType<Actions['logEvents']>,
    Parameters<Actions['logEvents']>
  >(async () => ({ lines: [] }));

  readonly startExecution = jest.fn<
    ReturnType<Actions['startExecution']>,
    Parameters<Actions['startExecution']>
  >(async (_call, { stateMachineArn, name, input }) => {
    const arn = `${stateMachineArn.replace(
      ':stateMachine:',
      ':execution:',
    )}:${name}`;
    const known = this.executions.get(arn);
    if (known && (known.input !== input || known.status !== 'RUNNING')) {
      throw refusal('ExecutionAlreadyExists');
    }
    const startedAt = known?.startedAt ?? new Date().toISOString();
    this.executions.set(arn, {
      arn,
      name,
      stateMachineArn,
      status: 'RUNNING',
      startedAt,
      redriveCount: 0,
      input,
    });
    return { executionArn: arn, startedAt };
  });

  readonly stopExecution = jest.fn<
    ReturnType<Actions['stopExecution']>,
    Parameters<Actions['stopExecution']>
  >(async (_call, { executionArn, error, cause }) => {
    const known = this.get(executionArn);
    if (known.status === 'RUNNING') {
      const stoppedAt = new Date().toISOString();
      this.change(executionArn, { status: 'ABORTED', error, cause, stoppedAt });
    }
  });

  readonly redriveExecution = jest.fn<
    ReturnType<Actions['redriveExecution']>,
    Parameters<Actions['redriveExecution']>
  >(async (_call, { executionArn, clientToken }) => {
    const { status, redriveCount } = this.get(executionArn);
    if (this.tokens.has(clientToken)) {
      return;
    }
    if (status === 'RUNNING') {
      throw refusal(
        'ExecutionNotRedrivable',
        'Execution is RUNNING and cannot be redriven',
      );
    }
    this.tokens.add(clientToken);
    this.change(executionArn, {
      status: 'RUNNING',
      redriveCount: redriveCount + 1,
      stoppedAt: undefined,
      error: undefined,
      cause: undefined,
    });
  });

  readonly describeExecution = jest.fn<
    ReturnType<Actions['describeExecution']>,
    Parameters<Actions['describeExecution']>
  >(async (_call, arn) => this.executions.get(arn));

  private readonly tokens = new Set<string>();

  change(arn: string, to: Partial<ExecutionDetails>): void {
    this.executions.set(arn, { ...this.get(arn), ...to });
  }

  private get(arn: string): ExecutionDetails {
    const known = this.executions.get(arn);
    if (!known) {
      throw refusal('ExecutionDoesNotExist');
    }
    return known;
  }
}

/** An error of the SDK as `AwsCaller` hands it on. */
export function refusal(
  name: string,
  message = 'as asked for by a test',
  kind: AwsCallError['kind'] = 'other',
): AwsCallError {
  return new AwsCallError(
    kind,
    'states:Anything',
    `Anything failed with ${name}.`,
    Object.assign(new Error(message), { name }),
  );
}
