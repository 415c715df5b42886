import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  ListExecutionsCommand,
} from '@aws-sdk/client-sfn';
import type { AwsCall, AwsCaller } from './AwsCaller';
import type { AwsClients } from './AwsClients';
import type { ExecutionDetails, ExecutionSummary } from './ExecutionSource';
import { unlessGone } from './unlessGone';

/** A page of a list says as much about a pipeline as is needed between two rounds. */
const LISTED_PER_PAGE = 100;
/** The most that AWS gives per page. */
const EVENTS_PER_PAGE = 1000;
/** What happens between two readings of a run is less than this. */
const NEWEST_EVENTS_PER_PAGE = 100;

/** What lists and descriptions have in common. */
interface AwsExecution {
  executionArn: string | undefined;
  stateMachineArn: string | undefined;
  name?: string;
  status: string | undefined;
  startDate: Date | undefined;
  stopDate?: Date;
  redriveCount?: number;
  redriveDate?: Date;
}

/** Reads executions of state machines and their histories. */
export class ExecutionReader {
  constructor(
    private readonly clients: AwsClients,
    private readonly caller: AwsCaller,
  ) {}

  async list(
    call: AwsCall,
    stateMachineArn: string,
    { status, nextToken }: { status?: 'RUNNING'; nextToken?: string } = {},
  ): Promise<{ executions: ExecutionSummary[]; nextToken?: string }> {
    const page = await this.caller.run('ListExecutions', call, options =>
      this.clients.sfn(call).send(
        new ListExecutionsCommand({
          stateMachineArn,
          statusFilter: status,
          maxResults: LISTED_PER_PAGE,
          nextToken,
        }),
        options,
      ),
    );
    return {
      executions: (page.executions ?? []).map(summary),
      nextToken: page.nextToken || undefined,
    };
  }

  /** Undefined when AWS does not have it. */
  async describe(
    call: AwsCall,
    executionArn: string,
  ): Promise<ExecutionDetails | undefined> {
    return unlessGone(async () => {
      const answer = await this.caller.run('DescribeExecution', call, options =>
        this.clients
          .sfn(call)
          .send(new DescribeExecutionCommand({ executionArn }), options),
      );
      return {
        ...summary(answer),
        error: answer.error,
        cause: answer.cause,
        input: answer.input,
        output: answer.output,
        redriveStatus: answer.redriveStatus,
        redriveStatusReason: answer.redriveStatusReason,
      };
    });
  }

  async historyPage(
    call: AwsCall,
    executionArn: string,
    { newestFirst, nextToken }: { newestFirst: boolean; nextToken?: string },
  ): Promise<{ events: HistoryEvent[]; nextToken?: string }> {
    const page = await this.caller.run('GetExecutionHistory', call, options =>
      this.clients.sfn(call).send(
        new GetExecutionHistoryCommand({
          executionArn,
          reverseOrder: newestFirst,
          maxResults: newestFirst ? NEWEST_EVENTS_PER_PAGE : EVENTS_PER_PAGE,
          includeExecutionData: true,
          nextToken,
        }),
        options,
      ),
    );
    return {
      events: page.events ?? [],
      nextToken: page.nextToken || undefined,
    };
  }
}

function summary(execution: AwsExecution): ExecutionSummary {
  const arn = execution.executionArn ?? '';
  return {
    arn,
    name: execution.name ?? arn.split(':').at(-1) ?? '',
    stateMachineArn: execution.stateMachineArn ?? '',
    status: execution.status ?? '',
    startedAt: (execution.startDate ?? new Date(0)).toISOString(),
    stoppedAt: execution.stopDate?.toISOString(),
    redriveCount: execution.redriveCount ?? 0,
    redrivenAt: execution.redriveDate?.toISOString(),
  };
}
