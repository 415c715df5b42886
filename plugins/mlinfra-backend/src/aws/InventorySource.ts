import type { EndpointAuth, Timestamp } from '@mlinfra/plugin-mlinfra-common';
import type { AlarmSource } from './AlarmSource';
import type { AwsCall } from './AwsCaller';
import type { DatabaseSource } from './DatabaseSource';
import type { ModelSource } from './ModelSource';
import type { ServiceSource, VpcLinkGeneration } from './ServiceSource';

/** Tags of a resource by key. */
export type Tags = Record<string, string>;

/** An API as the lists of a region show it. */
export interface ApiSummary {
  arn: string;
  kind: 'rest-api' | 'http-api';
  id: string;
  name: string;
  tags: Tags;
  /** Without a trailing slash; absent where AWS's own host name is switched off. */
  baseUrl?: string;
  /** AWS's own word, where it has one: `AVAILABLE`, `UPDATING`, `PENDING`, `FAILED`. */
  state?: string;
  stateReason?: string;
}

/** A stage of an API. */
export interface StageDetails {
  arn: string;
  name: string;
  tags: Tags;
  deploymentId?: string;
  deployedAt?: Timestamp;
  /** AWS's sentence on the last automatic deployment, when that failed. */
  deploymentFailure?: string;
}

/** A method of a path, and what answers it. */
export interface RouteDetails {
  /** `ANY` stands for all. */
  method: string;
  /** `$default` stands for all that no other route takes. */
  path: string;
  auth: EndpointAuth;
  /** As it is called, with version or alias; absent when no Lambda function answers. */
  functionArn?: string;
  /**
   * What a link into a network leads to: the ARN of a Cloud Map service or of
   * a load balancer's listener, or the link's id where only that is said.
   */
  privateTarget?: string;
  /** The link into the network, where one is passed. */
  link?: { id: string; generation: VpcLinkGeneration };
}

/** What only a call per API tells. */
export interface ApiDetails {
  stages: StageDetails[];
  routes: RouteDetails[];
}

/** A function as the list of a region shows it; AWS leaves its state out of lists. */
export interface FunctionSummary {
  /** Without version or alias. */
  arn: string;
  name: string;
  memoryMb?: number;
  timeoutSeconds?: number;
  packageType?: string;
  lastModified?: Timestamp;
  /** Changes with every change of the function. */
  revision: string;
}

/** What only a call per function tells; AWS's own words. */
export interface FunctionState {
  state?: string;
  stateReason?: string;
  lastUpdateStatus?: string;
  lastUpdateStatusReason?: string;
  /** Of the version or alias that was asked for; the lists show the newest code. */
  version?: Pick<
    FunctionSummary,
    'memoryMb' | 'timeoutSeconds' | 'packageType' | 'lastModified'
  >;
}

/** What runs in one region of one account. Every method reads all pages. */
export interface InventorySource
  extends ServiceSource,
    ModelSource,
    DatabaseSource,
    AlarmSource {
  /** Tags of all resources of the kinds read here that name an entity, by ARN. */
  taggedResources(call: AwsCall): Promise<Map<string, Tags>>;
  apis(call: AwsCall): Promise<ApiSummary[]>;
  functions(call: AwsCall): Promise<FunctionSummary[]>;
  /** Undefined when the API is gone. */
  apiDetails(call: AwsCall, api: ApiSummary): Promise<ApiDetails | undefined>;
  /** Of a version or alias where one is named; undefined when it is gone. */
  functionState(
    call: AwsCall,
    functionName: string,
    qualifier?: string,
  ): Promise<FunctionState | undefined>;
}
