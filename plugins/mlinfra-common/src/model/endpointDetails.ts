import type { Alarm } from './alarm';
import type { CollectionState } from './collection';
import type { Endpoint, EndpointAuth } from './endpoint';
import type { AwsConnection } from './responses';

/** A request that an endpoint answers, as an example to copy and to try. @public */
export interface EndpointRequest {
  /** Method and path, for example `POST /predict`. */
  id: string;
  title: string;
  method: string;
  url: string;
  auth: EndpointAuth;
  /** Service name that SigV4 signs for, where `auth` is `iam`: `execute-api` or `sagemaker`. */
  signingService?: 'execute-api' | 'sagemaker';
  contentType?: string;
  /** An example that the stack's starter service answers. */
  body?: string;
}

/** Whether the caller may send a request from here, and if not, why. @public */
export type TryItState =
  | { allowed: true; maxBodyBytes: number }
  | {
      allowed: false;
      reason:
        | 'switched-off'
        | 'no-permission'
        | 'not-live'
        | 'not-reachable'
        | 'no-example';
      message: string;
    };

/** `GET /v1/endpoints/{key}` @public */
export interface EndpointDetailsResponse {
  aws: AwsConnection;
  endpoint: Endpoint;
  /** Alarms that watch it, those in force first. */
  alarms: Alarm[];
  /** The main one first; empty where nothing can be sent to it. */
  requests: EndpointRequest[];
  tryIt: TryItState;
  collections: CollectionState[];
}

/** `POST /v1/endpoints/{key}/try` @public */
export interface TryEndpointRequest {
  /** `id` of one of the endpoint's requests. */
  request: string;
  /** Text of the body, or nothing. */
  body?: string;
  contentType?: string;
  /** Where the endpoint asks for a token (`jwt`); passed on, never stored or logged. */
  bearerToken?: string;
}

/** What the endpoint answered. @public */
export interface TryEndpointResponse {
  status: number;
  /** The headers that are of use; never cookies. */
  headers: Record<string, string>;
  /** Text, at most 64 KiB of it. */
  body: string;
  truncated: boolean;
  /** True where the answer was not text; `body` is empty then. */
  binary: boolean;
  durationMs: number;
}
