import { MLINFRA_TAGS } from '@mlinfra/plugin-mlinfra-common';
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
    return new Map(this.tagged);
  }

  async apis() {
    return [...this.apiList];
  }

  async functions() {
    return [...this.functionList];
  }

  async apiDetails(_: unknown, api: ApiSummary) {
    this.asked.push(`api ${api.id}`);
    return this.details.get(api.arn);
  }

  async functionState(_: unknown, name: string) {
    this.asked.push(`function ${name}`);
    return this.states.get(name);
  }
}
