import {
  InvokeEndpointCommand,
  ModelError,
} from '@aws-sdk/client-sagemaker-runtime';
import { AwsCallError } from './AwsCallError';
import type { AwsCall, AwsCaller } from './AwsCaller';
import type { AwsClients } from './AwsClients';
import type { ModelAnswer } from './InvocationSource';

/** Sends requests to models that SageMaker hosts. */
export class ModelInvoker {
  constructor(
    private readonly clients: AwsClients,
    private readonly caller: AwsCaller,
  ) {}

  /** What the model answers, also when that is an error of its own. */
  async invoke(
    call: AwsCall,
    request: { endpointName: string; contentType?: string; body?: string },
  ): Promise<ModelAnswer> {
    try {
      const answer = await this.caller.run('InvokeEndpoint', call, options =>
        this.clients.sageMakerRuntime(call).send(
          new InvokeEndpointCommand({
            EndpointName: request.endpointName,
            ContentType: request.contentType,
            Body: request.body ?? '',
          }),
          options,
        ),
      );
      return {
        status: 200,
        headers: { 'content-type': answer.ContentType ?? '' },
        body: answer.Body ?? new Uint8Array(),
      };
    } catch (error) {
      if (error instanceof AwsCallError && error.cause instanceof ModelError) {
        const { OriginalStatusCode, OriginalMessage } = error.cause;
        return {
          status: OriginalStatusCode ?? 500,
          headers: { 'content-type': 'text/plain' },
          body: Buffer.from(OriginalMessage ?? ''),
        };
      }
      throw error;
    }
  }
}
