import { ResponseError } from '@backstage/errors';

/** An error as the client makes it of a refusal of the backend. */
export function refusal(
  status: number,
  message: string,
  headers: Record<string, string> = {},
  error: Record<string, unknown> = {},
): Promise<ResponseError> {
  return ResponseError.fromResponse({
    ok: false,
    status,
    statusText: '',
    redirected: false,
    type: 'basic',
    url: '',
    headers: new Headers({ 'content-type': 'application/json', ...headers }),
    text: async () =>
      JSON.stringify({
        error: { name: 'Error', message, ...error },
        response: { statusCode: status },
      }),
  });
}
