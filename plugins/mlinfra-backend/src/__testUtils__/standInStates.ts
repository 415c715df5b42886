import { MLINFRA_TAGS } from '@mlinfra/plugin-mlinfra-common';
import type { AwsStandIn, StandInAnswer } from './AwsStandIn';

const ACCOUNT = '111111111111';
const REGION = 'eu-central-1';
const PER_PAGE = 2;

/** An execution of the stand-in; instants in milliseconds. */
export interface StandInExecution {
  name: string;
  status: string;
  startedAt: number;
  stoppedAt?: number;
  error?: string;
  cause?: string;
  redriveCount?: number;
  /** In AWS's own form, oldest first; ids are given here. */
  events?: object[];
}

/** A state machine of the stand-in. */
export interface StandInMachine {
  name: string;
  /** Value of the tag that names an entity. */
  claim?: string;
  type?: 'STANDARD' | 'EXPRESS';
  definition?: string;
  contract?: string;
  /** Newest first. */
  executions: StandInExecution[];
  /** Error code that AWS answers with when its executions are listed. */
  refuses?: string;
  deleted?: boolean;
}

export function machineArn(name: string): string {
  return `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:${name}`;
}

export function executionArn(machine: string, name: string): string {
  return `arn:aws:states:${REGION}:${ACCOUNT}:execution:${machine}:${name}`;
}

/**
 * Answers Step Functions as AWS does, from machines that a test may change
 * while it runs. Lists have two entries per page.
 */
export function standInStates(
  aws: AwsStandIn,
  machines: StandInMachine[],
): void {
  const machine = (arn: unknown) =>
    machines.find(each => machineArn(each.name) === arn && !each.deleted);
  const execution = (arn: unknown) =>
    machines
      .filter(each => !each.deleted)
      .flatMap(each => each.executions.map(run => ({ each, run })))
      .find(({ each, run }) => executionArn(each.name, run.name) === arn);

  aws.on('tagging:GetResources', ({ body }) => {
    const tagged = machines.filter(each => each.claim && !each.deleted);
    const { page, next } = paged(tagged, body.PaginationToken || undefined);
    return {
      body: {
        ResourceTagMappingList: page.map(each => ({
          ResourceARN: machineArn(each.name),
          Tags: [
            { Key: MLINFRA_TAGS.entityRef, Value: each.claim },
            { Key: MLINFRA_TAGS.stack, Value: 'compression-pipeline' },
            { Key: MLINFRA_TAGS.environment, Value: 'dev' },
          ],
        })),
        PaginationToken: next ?? '',
      },
    };
  });
  aws.on('states:DescribeStateMachine', ({ body }) => {
    const found = machine(body.stateMachineArn);
    return found
      ? {
          body: {
            name: found.name,
            type: found.type ?? 'STANDARD',
            definition: found.definition ?? '{}',
            status: 'ACTIVE',
          },
        }
      : refused('StateMachineDoesNotExist');
  });
  aws.on('states:DescribeStateMachineForExecution', ({ body }) => {
    const found = execution(body.executionArn);
    return found
      ? {
          body: {
            definition: found.each.definition ?? '{}',
            updateDate: 0,
          },
        }
      : refused('ExecutionDoesNotExist');
  });
  aws.on('ssm:GetParameter', ({ body }) => {
    const name = String(body.Name).split('/').at(-1);
    const contract = machines.find(each => each.name === name)?.contract;
    return contract
      ? { body: { Parameter: { Name: body.Name, Value: contract } } }
      : refused('ParameterNotFound');
  });
  aws.on('states:ListExecutions', ({ body }) => {
    const found = machine(body.stateMachineArn);
    if (!found || found.refuses) {
      return refused(found?.refuses ?? 'StateMachineDoesNotExist');
    }
    const runs = found.executions.filter(
      run => !body.statusFilter || run.status === body.statusFilter,
    );
    const { page, next } = paged(runs, body.nextToken);
    return {
      body: {
        executions: page.map(run => described(found, run)),
        nextToken: next,
      },
    };
  });
  aws.on('states:DescribeExecution', ({ body }) => {
    const found = execution(body.executionArn);
    return found
      ? {
          body: {
            ...described(found.each, found.run),
            error: found.run.error,
            cause: found.run.cause,
          },
        }
      : refused('ExecutionDoesNotExist');
  });
  aws.on('states:GetExecutionHistory', ({ body }) => {
    const found = execution(body.executionArn);
    if (!found) {
      return refused('ExecutionDoesNotExist');
    }
    const events = (found.run.events ?? []).map((event, index) => ({
      id: index + 1,
      previousEventId: index,
      timestamp: found.run.startedAt / 1000 + index,
      ...event,
    }));
    const { page, next } = paged(
      body.reverseOrder ? events.reverse() : events,
      body.nextToken,
    );
    return { body: { events: page, nextToken: next } };
  });
}

function described(machine: StandInMachine, run: StandInExecution) {
  return {
    executionArn: executionArn(machine.name, run.name),
    stateMachineArn: machineArn(machine.name),
    name: run.name,
    status: run.status,
    startDate: run.startedAt / 1000,
    stopDate: run.stoppedAt && run.stoppedAt / 1000,
    redriveCount: run.redriveCount ?? 0,
  };
}

function refused(code: string): StandInAnswer {
  return {
    status: 400,
    body: { __type: code, message: 'as asked for by a test' },
    headers: { 'x-amzn-ErrorType': code },
  };
}

function paged<Item>(items: Item[], token: unknown) {
  const start = Number(token ?? 0);
  const end = start + PER_PAGE;
  return {
    page: items.slice(start, end),
    next: end < items.length ? String(end) : undefined,
  };
}
