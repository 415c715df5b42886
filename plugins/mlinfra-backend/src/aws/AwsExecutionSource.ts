import type { AwsCall, AwsCaller } from './AwsCaller';
import type { AwsClients } from './AwsClients';
import type { CallQuota } from './CallQuota';
import { ContractReader } from './ContractReader';
import { ExecutionActions } from './ExecutionActions';
import { ExecutionReader } from './ExecutionReader';
import type { ExecutionSource, LogQuestion } from './ExecutionSource';
import { LogReader } from './LogReader';
import { StateMachineReader } from './StateMachineReader';
import { TaggedResourceReader } from './TaggedResourceReader';
import { TaskDefinitionReader } from './TaskDefinitionReader';

/** Pipelines and their executions, in AWS. */
export class AwsExecutionSource implements ExecutionSource {
  private readonly tagged: TaggedResourceReader;
  private readonly machines: StateMachineReader;
  private readonly contracts: ContractReader;
  private readonly executions: ExecutionReader;
  private readonly tasks: TaskDefinitionReader;
  private readonly logs: LogReader;
  private readonly actions: ExecutionActions;

  constructor(
    clients: AwsClients,
    caller: AwsCaller,
    private readonly quota: CallQuota,
  ) {
    this.tagged = new TaggedResourceReader(clients, caller);
    this.machines = new StateMachineReader(clients, caller);
    this.contracts = new ContractReader(clients, caller);
    this.executions = new ExecutionReader(clients, caller);
    this.tasks = new TaskDefinitionReader(clients, caller);
    this.logs = new LogReader(clients, caller);
    this.actions = new ExecutionActions(clients, caller);
  }

  listPipelines(call: AwsCall) {
    return this.tagged.all(call, ['states:stateMachine']);
  }

  describePipeline(call: AwsCall, arn: string) {
    return this.machines.describe(call, arn);
  }

  readContract(call: AwsCall, name: string) {
    return this.contracts.read(call, name);
  }

  listsLeft(call: AwsCall) {
    return this.quota.available('ListExecutions', call);
  }

  listExecutions(
    call: AwsCall,
    stateMachineArn: string,
    options?: { status?: 'RUNNING'; nextToken?: string },
  ) {
    return this.executions.list(call, stateMachineArn, options);
  }

  describeExecution(call: AwsCall, executionArn: string) {
    return this.executions.describe(call, executionArn);
  }

  definitionOfExecution(call: AwsCall, executionArn: string) {
    return this.machines.ofExecution(call, executionArn);
  }

  historyPage(
    call: AwsCall,
    executionArn: string,
    options: { newestFirst: boolean; nextToken?: string },
  ) {
    return this.executions.historyPage(call, executionArn, options);
  }

  taskDefinition(call: AwsCall, arn: string) {
    return this.tasks.describe(call, arn);
  }

  logEvents(call: AwsCall, question: LogQuestion) {
    return this.logs.page(call, question);
  }

  startExecution(
    call: AwsCall,
    options: { stateMachineArn: string; name: string; input: string },
  ) {
    return this.actions.start(call, options);
  }

  stopExecution(
    call: AwsCall,
    options: { executionArn: string; error: string; cause: string },
  ) {
    return this.actions.stop(call, options);
  }

  redriveExecution(
    call: AwsCall,
    options: { executionArn: string; clientToken: string },
  ) {
    return this.actions.redrive(call, options);
  }
}
