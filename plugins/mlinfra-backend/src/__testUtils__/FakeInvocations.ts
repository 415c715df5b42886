import type { InvocationSource, ModelAnswer } from '../aws/InvocationSource';

/** Signatures, keys and models in memory. */
export class FakeInvocations implements InvocationSource {
  readonly sign = jest.fn<
    ReturnType<InvocationSource['sign']>,
    Parameters<InvocationSource['sign']>
  >(async (_call, { headers }) => ({ ...headers, authorization: 'signed' }));

  readonly apiKey = jest.fn<
    ReturnType<InvocationSource['apiKey']>,
    Parameters<InvocationSource['apiKey']>
  >(async () => 'the-secret-key');

  readonly invokeModel = jest.fn<
    ReturnType<InvocationSource['invokeModel']>,
    Parameters<InvocationSource['invokeModel']>
  >(
    async (): Promise<ModelAnswer> => ({
      status: 200,
      headers: { 'content-type': 'text/csv' },
      body: Buffer.from('0.8'),
    }),
  );
}
