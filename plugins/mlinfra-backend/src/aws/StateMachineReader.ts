import {
  DescribeStateMachineCommand,
  DescribeStateMachineForExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { AwsCall, AwsCaller } from './AwsCaller';
import type { AwsClients } from './AwsClients';
import type { ExecutionDefinition, PipelineDetails } from './ExecutionSource';
import { unlessGone } from './unlessGone';

/** Reads state machines, and the definitions that executions were started with. */
export class StateMachineReader {
  constructor(
    private readonly clients: AwsClients,
    private readonly caller: AwsCaller,
  ) {}

  /** Undefined when it is gone. */
  async describe(
    call: AwsCall,
    stateMachineArn: string,
  ): Promise<PipelineDetails | undefined> {
    return unlessGone(async () => {
      const answer = await this.caller.run(
        'DescribeStateMachine',
        call,
        options =>
          this.clients
            .sfn(call)
            .send(
              new DescribeStateMachineCommand({ stateMachineArn }),
              options,
            ),
      );
      return {
        name: answer.name ?? '',
        type: answer.type ?? '',
        definition: answer.definition ?? '',
      };
    });
  }

  /** Undefined when AWS does not have the execution. */
  async ofExecution(
    call: AwsCall,
    executionArn: string,
  ): Promise<ExecutionDefinition | undefined> {
    return unlessGone(async () => {
      const answer = await this.caller.run(
        'DescribeStateMachineForExecution',
        call,
        options =>
          this.clients
            .sfn(call)
            .send(
              new DescribeStateMachineForExecutionCommand({ executionArn }),
              options,
            ),
      );
      return {
        definition: answer.definition ?? '',
        updatedAt: (answer.updateDate ?? new Date()).toISOString(),
      };
    });
  }
}
