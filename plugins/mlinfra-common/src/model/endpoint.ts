import type { EndpointDeployment } from './deployment';
import type { EndpointModel } from './endpointModel';
import type { EndpointService } from './endpointService';
import type {
  AccountId,
  EntityRef,
  EnvironmentId,
  Region,
  Timestamp,
} from './identifiers';

/**
 * What kind of AWS resource answers: an API of API Gateway, an ECS service
 * (with the load balancer in front of it, where one is), or a model hosted by
 * SageMaker.
 *
 * @public
 */
export type EndpointKind =
  | 'rest-api'
  | 'http-api'
  | 'ecs-service'
  | 'sagemaker-endpoint';

/**
 * State of an endpoint. `live` only where AWS says that everything a request
 * passes through is ready; whatever is not understood is `unknown`.
 *
 * @public
 */
export type EndpointStatus =
  | 'live'
  | 'updating'
  | 'degraded'
  | 'failed'
  | 'not-deployed'
  | 'unknown';

/** How a caller proves who it is. @public */
export type EndpointAuth = 'none' | 'api-key' | 'iam' | 'jwt' | 'unknown';

/** A Lambda function behind an endpoint. @public */
export interface EndpointFunction {
  name: string;
  /** Version or alias that is called; absent for the newest code. */
  qualifier?: string;
  /** As it is called. */
  arn: string;
  /** AWS's own word: `Active`, `Pending`, `Inactive`, `Failed`. */
  state?: string;
  stateReason?: string;
  /** AWS's own word: `Successful`, `InProgress`, `Failed`. */
  lastUpdateStatus?: string;
  /** MB. */
  memoryMb?: number;
  /** Seconds. */
  timeoutSeconds?: number;
  /** `Image` or `Zip`. */
  packageType?: string;
  lastModified?: Timestamp;
  /** Deep link into the AWS console; absent for an emulated account, which has none. */
  consoleUrl?: string;
}

/** One deployed endpoint of an entity. @public */
export interface Endpoint {
  /** Stable over collections: the ARN of the API's stage (or of the API without a stage), of the service or of the SageMaker endpoint. */
  id: string;
  /** Short form of `id` for addresses of pages: the first 22 characters of its SHA-256 in base64url. */
  key: string;
  entityRef: EntityRef;
  kind: EndpointKind;
  name: string;
  status: EndpointStatus;
  /** One sentence on why the status is what it is. */
  statusReason: string;
  /** Where to send requests; absent while nothing is deployed. */
  url?: string;
  /** HTTP method of `url`, when the stack's definition names one. */
  method?: string;
  auth: EndpointAuth;
  stack?: string;
  environment?: EnvironmentId;
  templateVersion?: string;
  accountId: AccountId;
  accountName?: string;
  region: Region;
  /** Lambda functions that answer. */
  functions: EndpointFunction[];
  /** ECS services that answer: the endpoint itself, or those behind an API. */
  services: EndpointService[];
  /** Present for `sagemaker-endpoint` once it was read. */
  model?: EndpointModel;
  /** Newest first, at most ten. */
  deployments: EndpointDeployment[];
  deployedAt?: Timestamp;
  /** Deep link into the AWS console; absent for an emulated account, which has none. */
  consoleUrl?: string;
  /** When this was read from AWS. */
  collectedAt: Timestamp;
}
