import {
  RedriveExecutionCommand,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { AwsCall, AwsCaller } from './AwsCaller';
import type { AwsClients } from './AwsClients';

/** Starts, stops and redrives executions: all that this plugin ever changes in AWS. */
export class ExecutionActions {
  constructor(
    private readonly clients: AwsClients,
    private readonly caller: AwsCaller,
  ) {}

  async start(
    call: AwsCall,
    input: { stateMachineArn: string; name: string; input: string },
  ): Promise<{ executionArn: string; startedAt: string }> {
    const answer = await this.caller.run('StartExecution', call, options =>
      this.clients.sfn(call).send(new StartExecutionCommand(input), options),
    );
    return {
      executionArn: answer.executionArn ?? '',
      startedAt: (answer.startDate ?? new Date()).toISOString(),
    };
  }

  async stop(
    call: AwsCall,
    input: { executionArn: string; error: string; cause: string },
  ): Promise<void> {
    await this.caller.run('StopExecution', call, options =>
      this.clients.sfn(call).send(new StopExecutionCommand(input), options),
    );
  }

  async redrive(
    call: AwsCall,
    input: { executionArn: string; clientToken: string },
  ): Promise<void> {
    await this.caller.run('RedriveExecution', call, options =>
      this.clients.sfn(call).send(new RedriveExecutionCommand(input), options),
    );
  }
}
