import type { InventorySource } from '../aws/InventorySource';
import type { ClaimChecker } from '../claims/ClaimChecker';
import { collectAlarms } from './alarms/collectAlarms';
import { collectApis } from './apis/collectApis';
import { claimValues } from './claimValues';
import type { CollectionInput, CollectionOutput, Collector } from './Collector';
import { collectInstances } from './databases/collectInstances';
import { collectTables } from './databases/collectTables';
import type { InventoryContext, Part } from './inventory/InventoryContext';
import { keptPart, oldestOf } from './inventory/keptPart';
import { Problems } from './inventory/Problems';
import { mergeDeployments } from './mergeDeployments';
import { collectModels } from './models/collectModels';
import { rejectedClaims } from './rejectedClaims';
import { collectServices } from './services/collectServices';
import { apiTags } from './tagClaims';

/** APIs are shown with their functions. */
const API_SERVICES = ['apigateway', 'lambda'];

/**
 * Reads what runs in one account and region. What one AWS service refuses
 * does not lose the others: of that one, what was known stays.
 */
export class InventoryCollector implements Collector {
  readonly id = 'inventory';

  constructor(
    private readonly source: InventorySource,
    private readonly claims: ClaimChecker,
  ) {}

  async collect(input: CollectionInput): Promise<CollectionOutput> {
    const { source } = this;
    const { account, call } = input;
    const problems = new Problems();
    const [tagged, apiList, functions] = await Promise.all([
      source.taggedResources(call),
      problems.tolerate(
        () => source.apis(call),
        () => undefined,
      ),
      problems.tolerate(
        () => source.functions(call),
        () => undefined,
      ),
    ]);
    const tags = new Map(tagged);
    apiList?.forEach(api => tags.set(api.arn, apiTags(api, tagged)));
    const listed = apiList && functions && { apis: apiList, functions };
    const verdicts = await this.claims.check(account, claimValues(tags));
    const context = { source, input, tags, verdicts, problems };

    const kept: Part[] = [];
    const part = <Found extends Part>(
      services: string[],
      collect: () => Promise<Found>,
    ): Promise<Found | Part> =>
      problems.tolerate(collect, () => {
        const known = keptPart(context, services);
        kept.push(known);
        return known;
      });

    const [services, models, instances, tables] = await Promise.all([
      part(['ecs', 'elasticloadbalancing'], () => collectServices(context)),
      part(['sagemaker'], () => collectModels(context)),
      part(['rds'], () => collectInstances(context)),
      part(['dynamodb'], () => collectTables(context)),
    ]);
    const found = 'found' in services ? services.found : undefined;
    const apis = listed
      ? await part(API_SERVICES, () => collectApis(context, listed, found))
      : keptPart(context, API_SERVICES);
    if (!listed) {
      kept.push(apis);
    }
    const watchable = [apis, services, models, instances, tables];
    const alarms = await part(['cloudwatch'], () =>
      collectAlarms(
        context,
        watchable.flatMap(({ rows }) => rows),
        new Map(
          [...(found?.targetGroups.values() ?? [])].map(each => [
            each.arn,
            each.loadBalancerArns,
          ]),
        ),
      ),
    );
    return output(context, [...watchable, alarms], kept);
  }
}

function output(
  { input, tags, verdicts, problems }: InventoryContext,
  parts: Part[],
  kept: Part[],
): CollectionOutput {
  return {
    rows: mergeDeployments(
      parts.flatMap(({ rows }) => rows),
      input.earlier,
    ),
    rejected: rejectedClaims(tags, verdicts),
    details: parts.flatMap(({ details }) => details),
    incomplete: parts.some(({ incomplete }) => incomplete),
    problems: problems.errors,
    keptSince: oldestOf(kept.flatMap(({ rows }) => rows)),
  };
}
