import type { ServiceDescription } from '../../aws/ServiceSource';
import { clusterOfService } from '../../aws/ServiceReader';
import type {
  ClaimedResource,
  InventoryContext,
} from '../inventory/InventoryContext';
import { type Details, readDetails } from '../readDetails';
import type { ServiceFacts } from './ServiceFacts';

/**
 * Reads the services whose cluster's counts have changed: one call for a
 * hundred clusters tells which, so that services that run as they did cost
 * nothing.
 */
export async function readServices(
  context: InventoryContext,
  claimed: ClaimedResource[],
): Promise<Details<ServiceFacts>> {
  const { source, input } = context;
  const { call } = input;
  const clusters = new Set(
    claimed.flatMap(({ arn }) => clusterOfService(arn) ?? []),
  );
  const marks = await source.clusterMarks(call, [...clusters]);
  let described = new Map<string, ServiceDescription>();
  return readDetails<ServiceFacts>(input, {
    candidates: claimed.flatMap(({ arn, entityRef }) => {
      const fingerprint = marks.get(clusterOfService(arn) ?? '');
      const refreshedAt = input.refreshes.get(entityRef);
      return fingerprint === undefined
        ? []
        : [{ arn, fingerprint, refreshedAt }];
    }),
    before: async arns => {
      described = await source.services(call, arns);
    },
    read: async arn => {
      const service = described.get(arn);
      return service && readFacts(context, service);
    },
    isSettled,
  });
}

async function readFacts(
  { source, input, problems }: InventoryContext,
  service: ServiceDescription,
): Promise<ServiceFacts> {
  const before = input.details.get(service.arn)?.content as
    | ServiceFacts
    | undefined;
  let complete = true;
  const unread = () => {
    complete = false;
    return undefined;
  };
  const stopped = await problems.tolerate(
    () => source.stoppedTasks(input.call, service),
    unread,
  );
  const groups = service.running > 0 ? service.targetGroups : [];
  const targets = await Promise.all(
    groups.map(async arn => {
      const health = await problems.tolerate(
        () => source.targetHealth(input.call, arn),
        unread,
      );
      return health ?? [];
    }),
  );
  return {
    service,
    stoppedTasks: stopped ?? before?.stoppedTasks ?? [],
    targets: targets.flat(),
    complete,
  };
}

/** A service that is at rest changes its cluster's counts before anything else. */
function isSettled({ service, targets, complete }: ServiceFacts): boolean {
  return (
    complete &&
    service.state === 'ACTIVE' &&
    service.running === service.desired &&
    service.pending === 0 &&
    service.deployments.length <= 1 &&
    service.deployments.every(
      ({ rollout }) => rollout === undefined || rollout === 'COMPLETED',
    ) &&
    !service.stabilizing &&
    targets.every(group =>
      Object.keys(group.targets).every(state => state === 'healthy'),
    )
  );
}
