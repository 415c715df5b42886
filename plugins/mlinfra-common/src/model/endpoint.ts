import type {
  AccountId,
  EntityRef,
  EnvironmentId,
  Region,
  Timestamp,
} from './identifiers';

/** What kind of AWS resource answers. @public */
export type EndpointKind = 'rest-api' | 'http-api';

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
  /** Stable over collections: the ARN of the API's stage (or of the API without a stage). */
  id: string;
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
  functions: EndpointFunction[];
  deployedAt?: Timestamp;
  /** Deep link into the AWS console; absent for an emulated account, which has none. */
  consoleUrl?: string;
  /** When this was read from AWS. */
  collectedAt: Timestamp;
}
