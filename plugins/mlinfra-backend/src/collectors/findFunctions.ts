import type { AwsTarget } from '../aws/AwsTarget';
import type {
  ApiDetails,
  FunctionState,
  FunctionSummary,
} from '../aws/InventorySource';
import { functionConsoleUrl } from '../links/consoleLinks';
import type { FoundFunction } from './buildEndpoint';

/** The ARNs of the functions that an API calls, each once. */
export function functionArns(details: ApiDetails | undefined): string[] {
  return [
    ...new Set(
      (details?.routes ?? []).flatMap(route => route.functionArn ?? []),
    ),
  ];
}

/** The functions that an API calls, joined with what was read about them. */
export function findFunctions(
  { target, emulated }: { target: AwsTarget; emulated: boolean },
  arns: string[],
  listed: Map<string, FunctionSummary>,
  states: Map<string, FunctionState>,
): FoundFunction[] {
  return arns.map(arn => {
    const summary = listed.get(arn);
    const [, , , region, accountId, , name] = arn.split(':');
    const state = states.get(arn);
    return {
      health: summary
        ? { name, found: true, state }
        : {
            name,
            found: false,
            elsewhere:
              region !== target.region || accountId !== target.accountId,
          },
      shown: {
        name,
        arn,
        state: state?.state,
        stateReason: state?.stateReason ?? state?.lastUpdateStatusReason,
        lastUpdateStatus: state?.lastUpdateStatus,
        memoryMb: summary?.memoryMb,
        timeoutSeconds: summary?.timeoutSeconds,
        packageType: summary?.packageType,
        lastModified: summary?.lastModified,
        consoleUrl: emulated ? undefined : functionConsoleUrl(name, region),
      },
    };
  });
}
