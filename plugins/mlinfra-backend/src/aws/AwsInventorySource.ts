import type { AwsCall, AwsCaller } from './AwsCaller';
import type { AwsClients } from './AwsClients';
import { FunctionReader } from './FunctionReader';
import { HttpApiReader } from './HttpApiReader';
import type {
  ApiDetails,
  ApiSummary,
  FunctionState,
  FunctionSummary,
  InventorySource,
  Tags,
} from './InventorySource';
import { RestApiReader } from './RestApiReader';
import { TaggedResourceReader } from './TaggedResourceReader';

/** A service's bare name stands for all of its types: APIs of both kinds, their stages, usage plans and keys. */
const RESOURCE_TYPES = ['apigateway', 'lambda:function'];

/** What runs in a region, read from AWS. */
export class AwsInventorySource implements InventorySource {
  private readonly tagged: TaggedResourceReader;
  private readonly restApis: RestApiReader;
  private readonly httpApis: HttpApiReader;
  private readonly lambda: FunctionReader;

  constructor(clients: AwsClients, caller: AwsCaller) {
    this.tagged = new TaggedResourceReader(clients, caller);
    this.restApis = new RestApiReader(clients, caller);
    this.httpApis = new HttpApiReader(clients, caller);
    this.lambda = new FunctionReader(clients, caller);
  }

  taggedResources(call: AwsCall): Promise<Map<string, Tags>> {
    return this.tagged.all(call, RESOURCE_TYPES);
  }

  async apis(call: AwsCall): Promise<ApiSummary[]> {
    const lists = await Promise.all([
      this.restApis.all(call),
      this.httpApis.all(call),
    ]);
    return lists.flat();
  }

  functions(call: AwsCall): Promise<FunctionSummary[]> {
    return this.lambda.all(call);
  }

  apiDetails(call: AwsCall, api: ApiSummary): Promise<ApiDetails | undefined> {
    return api.kind === 'rest-api'
      ? this.restApis.details(call, api)
      : this.httpApis.details(call, api);
  }

  functionState(
    call: AwsCall,
    functionName: string,
  ): Promise<FunctionState | undefined> {
    return this.lambda.state(call, functionName);
  }
}
