import { GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import type { AwsCall, AwsCaller } from './AwsCaller';
import type { AwsClients } from './AwsClients';
import type { LogPage, LogQuestion } from './ExecutionSource';
import { unlessGone } from './unlessGone';

/** Reads streams of CloudWatch Logs. */
export class LogReader {
  constructor(
    private readonly clients: AwsClients,
    private readonly caller: AwsCaller,
  ) {}

  /** Empty when group or stream do not exist. */
  async page(call: AwsCall, question: LogQuestion): Promise<LogPage> {
    const { group, stream, cursor, from, to, limit } = question;
    const answer = await unlessGone(() =>
      this.caller.run('GetLogEvents', call, options =>
        this.clients.logs(call).send(
          new GetLogEventsCommand({
            logGroupName: group,
            logStreamName: stream,
            startTime: milliseconds(from),
            endTime: milliseconds(to),
            startFromHead: false,
            nextToken: cursor,
            limit,
          }),
          options,
        ),
      ),
    );
    const lines = (answer?.events ?? []).map(event => ({
      at: new Date(event.timestamp ?? 0).toISOString(),
      message: event.message ?? '',
    }));
    // At its beginning a log answers with the token that it was asked with.
    const previous =
      lines.length > 0 && answer?.nextBackwardToken !== cursor
        ? answer?.nextBackwardToken
        : undefined;
    return { lines, previous };
  }
}

function milliseconds(instant: string | undefined): number | undefined {
  return instant === undefined ? undefined : Date.parse(instant);
}
