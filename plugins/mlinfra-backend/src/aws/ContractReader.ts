import { GetParameterCommand } from '@aws-sdk/client-ssm';
import type { AwsCall, AwsCaller } from './AwsCaller';
import type { AwsClients } from './AwsClients';
import type { ReadContract } from './ExecutionSource';
import { parseContract } from './parseContract';
import { unlessGone } from './unlessGone';

/** Parameters are named after the state machine that they speak of. */
const PREFIX = '/mlinfra/pipelines/';

/** Reads what a pipeline says of itself. */
export class ContractReader {
  constructor(
    private readonly clients: AwsClients,
    private readonly caller: AwsCaller,
  ) {}

  /** Empty where the pipeline says nothing. */
  async read(call: AwsCall, stateMachineName: string): Promise<ReadContract> {
    const Name = `${PREFIX}${stateMachineName}`;
    const answer = await unlessGone(() =>
      this.caller.run('GetParameter', call, options =>
        this.clients.ssm(call).send(new GetParameterCommand({ Name }), options),
      ),
    );
    const text = answer?.Parameter?.Value;
    return text === undefined ? {} : parseContract(text, Name);
  }
}
