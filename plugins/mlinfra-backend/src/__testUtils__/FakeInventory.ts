import {
  type EndpointModel,
  MLINFRA_TAGS,
  type StoppedTask,
  type TargetGroupHealth,
} from '@mlinfra/plugin-mlinfra-common';
import type { AlarmFacts } from '../aws/AlarmSource';
import type { AwsCallError } from '../aws/AwsCallError';
import type { InstanceFacts, TableFacts } from '../aws/DatabaseSource';
import type { ModelSummary } from '../aws/ModelSource';
import type {
  ListenerDetails,
  LoadBalancerSummary,
  ServiceDescription,
  TargetGroupSummary,
  VpcLinkGeneration,
  VpcLinkSummary,
} from '../aws/ServiceSource';
import type {
  ApiDetails,
  ApiSummary,
  FunctionState,
  FunctionSummary,
  InventorySource,
  Tags,
} from '../aws/InventorySource';

const ACCOUNT = '111111111111';
const REGION = 'eu-central-1';

/** Tags of a resource of an entity's inference API. */
export function entityTags(entityRef: string): Tags {
  return {
    [MLINFRA_TAGS.entityRef]: entityRef,
    [MLINFRA_TAGS.stack]: 'inference-api',
    [MLINFRA_TAGS.environment]: 'dev',
  };
}

/** A region in memory that counts how often it is asked about single resources. */
export class FakeInventory implements InventorySource {
  readonly tagged = new Map<string, Tags>();
  readonly apiList: ApiSummary[] = [];
  readonly details = new Map<string, ApiDetails>();
  readonly functionList: FunctionSummary[] = [];
  readonly states = new Map<string, FunctionState>();
  readonly clusters = new Map<string, string>();
  readonly serviceList = new Map<string, ServiceDescription>();
  readonly stopped = new Map<string, StoppedTask[]>();
  readonly balancers: LoadBalancerSummary[] = [];
  readonly groups: TargetGroupSummary[] = [];
  readonly health = new Map<string, TargetGroupHealth>();
  readonly listenersOf = new Map<string, ListenerDetails[]>();
  readonly links: Record<VpcLinkGeneration, VpcLinkSummary[]> = {
    v1: [],
    v2: [],
  };
  readonly modelList: ModelSummary[] = [];
  readonly modelsByName = new Map<string, EndpointModel>();
  readonly instanceList: InstanceFacts[] = [];
  readonly tables = new Map<string, TableFacts>();
  readonly alarmList: AlarmFacts[] = [];
  /** Errors with which methods answer, by name. */
  readonly refused = new Map<string, AwsCallError>();
  asked: string[] = [];

  /** A live inference API with its function. */
  addApi(name: string, tags: Tags = entityTags(`component:${name}`)): string {
    const arn = `arn:aws:apigateway:${REGION}::/restapis/${name}`;
    const functionArn = `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`;
    this.tagged.set(arn, tags);
    this.apiList.push({
      arn,
      kind: 'rest-api',
      id: name,
      name,
      tags,
      baseUrl: `https://${name}.example.com`,
    });
    this.details.set(arn, {
      stages: [
        {
          arn: `${arn}/stages/v1`,
          name: 'v1',
          tags: {},
          deploymentId: 'd1',
          deployedAt: '2026-01-01T00:00:00.000Z',
        },
      ],
      routes: [
        { method: 'POST', path: '/predict', auth: 'api-key', functionArn },
        { method: 'OPTIONS', path: '/predict', auth: 'none' },
      ],
    });
    this.functionList.push({ arn: functionArn, name, revision: 'r1' });
    this.states.set(name, { state: 'Active', lastUpdateStatus: 'Successful' });
    return arn;
  }

  /** How often single resources were asked about since the last time. */
  takeAsked(): string[] {
    const asked = this.asked;
    this.asked = [];
    return asked;
  }

  async taggedResources() {
    this.answer('taggedResources');
    return new Map(this.tagged);
  }

  async apis() {
    this.answer('apis');
    return [...this.apiList];
  }

  async functions() {
    this.answer('functions');
    return [...this.functionList];
  }

  async apiDetails(_: unknown, api: ApiSummary) {
    this.answer('apiDetails', `api ${api.id}`);
    return this.details.get(api.arn);
  }

  async functionState(_: unknown, name: string, qualifier?: string) {
    const called = qualifier ? `${name}:${qualifier}` : name;
    this.answer('functionState', `function ${called}`);
    return this.states.get(called);
  }

  async clusterMarks(_: unknown, arns: string[]) {
    this.answer('clusterMarks');
    return new Map([...this.clusters].filter(([arn]) => arns.includes(arn)));
  }

  async services(_: unknown, arns: string[]) {
    arns.forEach(arn => this.asked.push(`service ${arn.split('/')[2]}`));
    this.answer('services');
    return new Map([...this.serviceList].filter(([arn]) => arns.includes(arn)));
  }

  async stoppedTasks(_: unknown, { name }: { name: string }) {
    this.answer('stoppedTasks');
    return this.stopped.get(name) ?? [];
  }

  async loadBalancers() {
    this.answer('loadBalancers');
    return [...this.balancers];
  }

  async targetGroups() {
    this.answer('targetGroups');
    return [...this.groups];
  }

  async listeners(_: unknown, arn: string) {
    this.answer('listeners', `listeners ${arn.split('/')[2]}`);
    return this.listenersOf.get(arn);
  }

  async targetHealth(_: unknown, arn: string) {
    this.answer('targetHealth');
    return this.health.get(arn);
  }

  async vpcLinks(_: unknown, generation: VpcLinkGeneration) {
    this.answer('vpcLinks', `links ${generation}`);
    return [...this.links[generation]];
  }

  async models() {
    this.answer('models');
    return [...this.modelList];
  }

  async modelDetails(_: unknown, name: string) {
    this.answer('modelDetails', `model ${name}`);
    return this.modelsByName.get(name);
  }

  async instances() {
    this.answer('instances');
    return [...this.instanceList];
  }

  async table(_: unknown, name: string) {
    this.answer('table', `table ${name}`);
    return this.tables.get(name);
  }

  async alarms() {
    this.answer('alarms');
    return [...this.alarmList];
  }

  private answer(method: string, asked?: string) {
    if (asked) {
      this.asked.push(asked);
    }
    const error = this.refused.get(method);
    if (error) {
      throw error;
    }
  }
}
