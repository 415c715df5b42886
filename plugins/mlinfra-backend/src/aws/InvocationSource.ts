import type { AwsCall } from './AwsCaller';

/** A request that is to be signed. */
export interface SignableRequest {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body?: string;
}

/** What a model answered. */
export interface ModelAnswer {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

/** What it takes to send requests to endpoints. */
export interface InvocationSource {
  /** The request's headers with a signature of the account's role. */
  sign(
    call: AwsCall,
    request: SignableRequest,
  ): Promise<Record<string, string>>;
  /** A key that the stage of a REST API accepts: a secret. Undefined when it has none. */
  apiKey(
    call: AwsCall,
    api: { apiId: string; stage: string },
  ): Promise<string | undefined>;
  /** What the model answers, also when that is an error of its own. */
  invokeModel(
    call: AwsCall,
    request: { endpointName: string; contentType?: string; body?: string },
  ): Promise<ModelAnswer>;
}
