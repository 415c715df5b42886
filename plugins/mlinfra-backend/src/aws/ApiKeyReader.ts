import {
  GetApiKeyCommand,
  GetUsagePlanKeysCommand,
  GetUsagePlansCommand,
} from '@aws-sdk/client-api-gateway';
import type { AwsCall, AwsCaller } from './AwsCaller';
import type { AwsClients } from './AwsClients';
import { readAllPages } from './readAllPages';
import { unlessGone } from './unlessGone';

/** Reads a key of a REST API. It is a secret: hand it to the request, and nowhere else. */
export class ApiKeyReader {
  constructor(
    private readonly clients: AwsClients,
    private readonly caller: AwsCaller,
  ) {}

  /** The first enabled key of the usage plans of a stage; undefined when there is none. */
  async find(
    call: AwsCall,
    api: { apiId: string; stage: string },
  ): Promise<string | undefined> {
    for (const usagePlanId of await this.plansOf(call, api)) {
      for (const keyId of await this.keysOf(call, usagePlanId)) {
        const key = await unlessGone(() =>
          this.caller.run('GetApiKey', call, options =>
            this.clients
              .apiGateway(call)
              .send(
                new GetApiKeyCommand({ apiKey: keyId, includeValue: true }),
                options,
              ),
          ),
        );
        if (key?.enabled && key.value) {
          return key.value;
        }
      }
    }
    return undefined;
  }

  private async plansOf(
    call: AwsCall,
    { apiId, stage }: { apiId: string; stage: string },
  ): Promise<string[]> {
    const plans = await readAllPages(async position => {
      const page = await this.caller.run('GetUsagePlans', call, options =>
        this.clients
          .apiGateway(call)
          .send(new GetUsagePlansCommand({ position, limit: 500 }), options),
      );
      return { items: page.items, next: page.position };
    });
    return plans
      .filter(({ apiStages = [] }) =>
        apiStages.some(each => each.apiId === apiId && each.stage === stage),
      )
      .flatMap(({ id }) => id ?? []);
  }

  private async keysOf(call: AwsCall, usagePlanId: string): Promise<string[]> {
    const keys = await readAllPages(async position => {
      const page = await this.caller.run('GetUsagePlanKeys', call, options =>
        this.clients
          .apiGateway(call)
          .send(
            new GetUsagePlanKeysCommand({ usagePlanId, position, limit: 500 }),
            options,
          ),
      );
      return { items: page.items, next: page.position };
    });
    return keys.flatMap(({ id }) => id ?? []);
  }
}
