import type { AwsTarget } from '../aws/AwsTarget';
import { functionOf } from '../aws/lambdaArn';
import type {
  ApiDetails,
  FunctionState,
  FunctionSummary,
} from '../aws/InventorySource';
import { functionConsoleUrl } from '../links/consoleLinks';
import type { FoundFunction } from './buildEndpoint';

/** The ARNs by which an API calls functions, each once. */
export function functionArns(details: ApiDetails | undefined): string[] {
  return [
    ...new Set(
      (details?.routes ?? []).flatMap(route => route.functionArn ?? []),
    ),
  ];
}

/** The functions that an API calls, joined by these ARNs with what was read about them. */
export function findFunctions(
  { target, emulated }: { target: AwsTarget; emulated: boolean },
  arns: string[],
  called: Map<string, FunctionSummary>,
  states: Map<string, FunctionState>,
): FoundFunction[] {
  return arns.map(arn => {
    const summary = called.get(arn);
    const [, , , region, accountId] = arn.split(':');
    const { name, qualifier } = functionOf(arn);
    const calledName = qualifier ? `${name}:${qualifier}` : name;
    const state = states.get(arn);
    const facts = state?.version ?? summary;
    return {
      health: summary
        ? { name: calledName, found: true, state }
        : {
            name: calledName,
            found: false,
            elsewhere:
              region !== target.region || accountId !== target.accountId,
          },
      shown: {
        name,
        qualifier,
        arn,
        state: state?.state,
        stateReason: state?.stateReason ?? state?.lastUpdateStatusReason,
        lastUpdateStatus: state?.lastUpdateStatus,
        memoryMb: facts?.memoryMb,
        timeoutSeconds: facts?.timeoutSeconds,
        packageType: facts?.packageType,
        lastModified: facts?.lastModified,
        consoleUrl: emulated ? undefined : functionConsoleUrl(name, region),
      },
    };
  });
}
