import { GetResourcesCommand } from '@aws-sdk/client-resource-groups-tagging-api';
import { MLINFRA_TAGS } from '@mlinfra/plugin-mlinfra-common';
import type { AwsCall, AwsCaller } from './AwsCaller';
import type { AwsClients } from './AwsClients';
import type { Tags } from './InventorySource';
import { readAllPages } from './readAllPages';

const PER_PAGE = 100;

/** Finds what names an entity by its tag. */
export class TaggedResourceReader {
  constructor(
    private readonly clients: AwsClients,
    private readonly caller: AwsCaller,
  ) {}

  async all(
    call: AwsCall,
    resourceTypes: string[],
  ): Promise<Map<string, Tags>> {
    const resources = await readAllPages(async token => {
      const page = await this.caller.run(
        'tagging.GetResources',
        call,
        options =>
          this.clients.tagging(call).send(
            new GetResourcesCommand({
              TagFilters: [{ Key: MLINFRA_TAGS.entityRef }],
              ResourceTypeFilters: resourceTypes,
              ResourcesPerPage: PER_PAGE,
              PaginationToken: token,
            }),
            options,
          ),
      );
      return { items: page.ResourceTagMappingList, next: page.PaginationToken };
    });
    return new Map(
      resources.flatMap(({ ResourceARN: arn, Tags: tags }) =>
        arn
          ? [
              [
                arn,
                Object.fromEntries(
                  (tags ?? []).map(tag => [tag.Key ?? '', tag.Value ?? '']),
                ),
              ] as const,
            ]
          : [],
      ),
    );
  }
}
