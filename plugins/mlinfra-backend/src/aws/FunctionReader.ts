import {
  type FunctionConfiguration,
  GetFunctionConfigurationCommand,
  ListFunctionsCommand,
} from '@aws-sdk/client-lambda';
import type { AwsCall, AwsCaller } from './AwsCaller';
import { AwsCallError } from './AwsCallError';
import type { AwsClients } from './AwsClients';
import type { FunctionState, FunctionSummary } from './InventorySource';
import { isGone } from './isGone';
import { lambdaArn } from './lambdaArn';
import { readAllPages } from './readAllPages';

/** The most that AWS gives per page, whatever is asked for. */
const PER_PAGE = 50;

/** Lambda functions and their state. */
export class FunctionReader {
  constructor(
    private readonly clients: AwsClients,
    private readonly caller: AwsCaller,
  ) {}

  async all(call: AwsCall): Promise<FunctionSummary[]> {
    const functions = await readAllPages<FunctionConfiguration>(
      async Marker => {
        const page = await this.caller.run('ListFunctions', call, options =>
          this.clients
            .lambda(call)
            .send(
              new ListFunctionsCommand({ Marker, MaxItems: PER_PAGE }),
              options,
            ),
        );
        return { items: page.Functions, next: page.NextMarker };
      },
    );
    return functions.flatMap(summary);
  }

  async state(
    call: AwsCall,
    functionName: string,
    qualifier?: string,
  ): Promise<FunctionState | undefined> {
    try {
      const configuration = await this.caller.run(
        'GetFunctionConfiguration',
        call,
        options =>
          this.clients.lambda(call).send(
            new GetFunctionConfigurationCommand({
              FunctionName: functionName,
              Qualifier: qualifier,
            }),
            options,
          ),
      );
      return {
        state: configuration.State,
        stateReason: configuration.StateReason,
        lastUpdateStatus: configuration.LastUpdateStatus,
        lastUpdateStatusReason: configuration.LastUpdateStatusReason,
        ...(qualifier && { version: facts(configuration) }),
      };
    } catch (error) {
      if (error instanceof AwsCallError && isGone(error)) {
        return undefined;
      }
      throw error;
    }
  }
}

function summary(configuration: FunctionConfiguration): FunctionSummary[] {
  const arn = lambdaArn(configuration.FunctionArn);
  if (!arn) {
    return [];
  }
  const { LastModified, RevisionId, CodeSha256 } = configuration;
  return [
    {
      arn,
      name: configuration.FunctionName ?? arn,
      ...facts(configuration),
      revision: [LastModified, RevisionId, CodeSha256].join(' '),
    },
  ];
}

function facts(configuration: FunctionConfiguration) {
  const { LastModified } = configuration;
  const modified = LastModified ? new Date(LastModified) : undefined;
  return {
    memoryMb: configuration.MemorySize,
    timeoutSeconds: configuration.Timeout,
    packageType: configuration.PackageType,
    lastModified:
      modified && !Number.isNaN(modified.getTime())
        ? modified.toISOString()
        : undefined,
  };
}
