import type { AccountCredentials } from './AccountCredentials';
import { ApiKeyReader } from './ApiKeyReader';
import type { AwsCall, AwsCaller } from './AwsCaller';
import type { AwsClients } from './AwsClients';
import type { InvocationSource, SignableRequest } from './InvocationSource';
import { ModelInvoker } from './ModelInvoker';
import { RequestSigner } from './RequestSigner';

/** Sends requests to endpoints with what AWS gives for it. */
export class AwsInvocationSource implements InvocationSource {
  private readonly signer: RequestSigner;
  private readonly keys: ApiKeyReader;
  private readonly models: ModelInvoker;

  constructor(
    credentials: AccountCredentials,
    clients: AwsClients,
    caller: AwsCaller,
  ) {
    this.signer = new RequestSigner(credentials);
    this.keys = new ApiKeyReader(clients, caller);
    this.models = new ModelInvoker(clients, caller);
  }

  sign(call: AwsCall, request: SignableRequest) {
    return this.signer.sign(call, request);
  }

  apiKey(call: AwsCall, api: { apiId: string; stage: string }) {
    return this.keys.find(call, api);
  }

  invokeModel(
    call: AwsCall,
    request: { endpointName: string; contentType?: string; body?: string },
  ) {
    return this.models.invoke(call, request);
  }
}
