import type { AwsCall, AwsCaller } from './AwsCaller';
import type { AwsClients } from './AwsClients';
import { AlarmReader } from './AlarmReader';
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
import { InstanceReader } from './InstanceReader';
import { LoadBalancerReader } from './LoadBalancerReader';
import { ModelReader } from './ModelReader';
import { RestApiReader } from './RestApiReader';
import { ServiceReader } from './ServiceReader';
import type { ServiceDescription, VpcLinkGeneration } from './ServiceSource';
import { StoppedTaskReader } from './StoppedTaskReader';
import { TableReader } from './TableReader';
import { TaggedResourceReader } from './TaggedResourceReader';
import { VpcLinkV1Reader } from './VpcLinkV1Reader';
import { VpcLinkV2Reader } from './VpcLinkV2Reader';

/** A service's bare name stands for all of its types: APIs of both kinds, their stages, usage plans and keys. */
const RESOURCE_TYPES = [
  'apigateway',
  'lambda:function',
  'ecs:service',
  'sagemaker:endpoint',
  'rds:db',
  'dynamodb:table',
  'cloudwatch:alarm',
];

/** What runs in a region, read from AWS. */
export class AwsInventorySource implements InventorySource {
  private readonly tagged: TaggedResourceReader;
  private readonly restApis: RestApiReader;
  private readonly httpApis: HttpApiReader;
  private readonly lambda: FunctionReader;
  private readonly ecs: ServiceReader;
  private readonly tasks: StoppedTaskReader;
  private readonly balancers: LoadBalancerReader;
  private readonly links: Record<
    VpcLinkGeneration,
    VpcLinkV1Reader | VpcLinkV2Reader
  >;
  private readonly sageMaker: ModelReader;
  private readonly rds: InstanceReader;
  private readonly dynamoDb: TableReader;
  private readonly cloudWatch: AlarmReader;

  constructor(clients: AwsClients, caller: AwsCaller) {
    this.tagged = new TaggedResourceReader(clients, caller);
    this.restApis = new RestApiReader(clients, caller);
    this.httpApis = new HttpApiReader(clients, caller);
    this.lambda = new FunctionReader(clients, caller);
    this.ecs = new ServiceReader(clients, caller);
    this.tasks = new StoppedTaskReader(clients, caller);
    this.balancers = new LoadBalancerReader(clients, caller);
    this.links = {
      v1: new VpcLinkV1Reader(clients, caller),
      v2: new VpcLinkV2Reader(clients, caller),
    };
    this.sageMaker = new ModelReader(clients, caller);
    this.rds = new InstanceReader(clients, caller);
    this.dynamoDb = new TableReader(clients, caller);
    this.cloudWatch = new AlarmReader(clients, caller);
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
    qualifier?: string,
  ): Promise<FunctionState | undefined> {
    return this.lambda.state(call, functionName, qualifier);
  }

  vpcLinks(call: AwsCall, generation: VpcLinkGeneration) {
    return this.links[generation].all(call);
  }

  clusterMarks(call: AwsCall, clusterArns: string[]) {
    return this.ecs.marks(call, clusterArns);
  }

  services(call: AwsCall, serviceArns: string[]) {
    return this.ecs.describe(call, serviceArns);
  }

  stoppedTasks(
    call: AwsCall,
    service: Pick<ServiceDescription, 'clusterArn' | 'name'>,
  ) {
    return this.tasks.all(call, service);
  }

  loadBalancers(call: AwsCall) {
    return this.balancers.all(call);
  }

  targetGroups(call: AwsCall) {
    return this.balancers.targetGroups(call);
  }

  listeners(call: AwsCall, loadBalancerArn: string) {
    return this.balancers.listeners(call, loadBalancerArn);
  }

  targetHealth(call: AwsCall, targetGroupArn: string) {
    return this.balancers.targetHealth(call, targetGroupArn);
  }

  models(call: AwsCall) {
    return this.sageMaker.all(call);
  }

  modelDetails(call: AwsCall, endpointName: string) {
    return this.sageMaker.details(call, endpointName);
  }

  instances(call: AwsCall) {
    return this.rds.all(call);
  }

  table(call: AwsCall, tableName: string) {
    return this.dynamoDb.details(call, tableName);
  }

  alarms(call: AwsCall) {
    return this.cloudWatch.all(call);
  }
}
