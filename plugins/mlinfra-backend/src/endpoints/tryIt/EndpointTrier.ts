import { ConflictError } from '@backstage/errors';
import type {
  TryEndpointRequest,
  TryEndpointResponse,
} from '@mlinfra/plugin-mlinfra-common';
import type { AwsCall } from '../../aws/AwsCaller';
import type { InvocationSource } from '../../aws/InvocationSource';
import type { StoredEndpoint } from '../../collectors/buildEndpoint';
import { isEmulated } from '../../config/isEmulated';
import type { MlinfraConfig } from '../../config/MlinfraConfig';
import { actionCall } from '../../runs/actions/actionCall';
import { apiStage } from '../apiStage';
import { endpointRequests } from '../details/endpointRequests';
import { type CheckedTry, checkTry } from './checkTry';
import { connectionUrl } from './connectionUrl';
import { type ReceivedAnswer, sendRequest } from './sendRequest';
import { shownAnswer } from './shownAnswer';
import { tryError } from './tryError';

const TIMEOUT_MS = 30_000;
const MOST_ANSWER_BYTES = 64 * 1024;
const OUTCOME = 'Nothing was sent';

/** Sends requests to endpoints: always their own ones, to the address that AWS gave. */
export class EndpointTrier {
  constructor(
    private readonly options: {
      config: Pick<MlinfraConfig, 'accounts' | 'tryIt'>;
      invocations: InvocationSource;
      timeoutMs?: number;
    },
  ) {}

  /** @throws InputError, ConflictError and others that name what to do. */
  async send(
    endpoint: StoredEndpoint,
    given: TryEndpointRequest,
  ): Promise<TryEndpointResponse> {
    const { config, timeoutMs = TIMEOUT_MS } = this.options;
    const checked = checkTry(
      endpointRequests(endpoint),
      given,
      config.tryIt.maxBodyBytes,
    );
    const call: AwsCall = {
      ...actionCall(config, endpoint, OUTCOME),
      signal: AbortSignal.timeout(timeoutMs),
    };
    try {
      const headers = await this.headers(call, endpoint, checked);
      const begun = performance.now();
      const answer =
        endpoint.kind === 'sagemaker-endpoint'
          ? await this.askModel(call, endpoint, checked)
          : await this.ask(call, endpoint, checked, headers);
      return shownAnswer(answer, performance.now() - begun);
    } catch (error) {
      throw tryError(error, endpoint, timeoutMs);
    }
  }

  private ask(
    call: AwsCall,
    { accountId }: StoredEndpoint,
    { request, body }: CheckedTry,
    headers: Record<string, string>,
  ): Promise<ReceivedAnswer> {
    const url = connectionUrl(
      new URL(request.url),
      isEmulated(this.options.config, accountId),
    );
    return sendRequest(
      { url, method: request.method, headers, body },
      { signal: call.signal, mostBytes: MOST_ANSWER_BYTES },
    );
  }

  private async askModel(
    call: AwsCall,
    { name }: StoredEndpoint,
    { body, contentType }: CheckedTry,
  ): Promise<ReceivedAnswer> {
    const answer = await this.options.invocations.invokeModel(call, {
      endpointName: name,
      contentType,
      body,
    });
    return {
      ...answer,
      body: answer.body.subarray(0, MOST_ANSWER_BYTES),
      truncated: answer.body.length > MOST_ANSWER_BYTES,
    };
  }

  private async headers(
    call: AwsCall,
    endpoint: StoredEndpoint,
    { request, body, contentType, bearerToken }: CheckedTry,
  ): Promise<Record<string, string>> {
    const url = new URL(request.url);
    const headers: Record<string, string> = {
      host: url.host,
      accept: '*/*',
      // A compressed answer would be no text.
      'accept-encoding': 'identity',
      'user-agent': 'mlinfra',
      ...(contentType ? { 'content-type': contentType } : {}),
      ...(body ? { 'content-length': String(Buffer.byteLength(body)) } : {}),
    };
    switch (request.auth) {
      case 'iam':
        return request.signingService === 'execute-api'
          ? this.options.invocations.sign(call, {
              method: request.method,
              url,
              headers,
              body,
            })
          : headers;
      case 'api-key':
        return { ...headers, 'x-api-key': await this.apiKey(call, endpoint) };
      case 'jwt':
        return { ...headers, authorization: `Bearer ${bearerToken}` };
      default:
        return headers;
    }
  }

  private async apiKey(
    call: AwsCall,
    { id, name }: StoredEndpoint,
  ): Promise<string> {
    const { apiId = '', stage = '' } = apiStage(id) ?? {};
    const key = await this.options.invocations.apiKey(call, { apiId, stage });
    if (key === undefined) {
      throw new ConflictError(
        `${OUTCOME}: ${name} asks for an API key, and no usage plan of its stage ${stage} has an enabled one. Add a key to the plan.`,
      );
    }
    return key;
  }
}
