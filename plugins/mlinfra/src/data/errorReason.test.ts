import {
  NotAllowedError,
  NotFoundError,
  ResponseError,
} from '@backstage/errors';
import { errorReason, errorText } from './errorReason';

const response = (status: number, body: string) =>
  ResponseError.fromResponse({
    ok: false,
    status,
    statusText: 'Status',
    url: 'https://portal.example.com/api/mlinfra/v1/accounts',
    headers: new Map([['content-type', 'application/json']]),
    text: async () => body,
    json: async () => JSON.parse(body),
  } as unknown as Response);

const answer = (name: string, message: string, statusCode: number) =>
  JSON.stringify({ error: { name, message }, response: { statusCode } });

describe('errorReason', () => {
  it('knows an error by its name', () => {
    expect(errorReason(new NotAllowedError('no'))).toBe('not-allowed');
    expect(errorReason(new NotFoundError('no'))).toBe('not-found');
    expect(errorReason(new Error('no'))).toBe('other');
  });

  it('knows the backend’s own error behind a failed request', async () => {
    const refused = await response(403, answer('NotAllowedError', 'no', 403));
    expect(errorReason(refused)).toBe('not-allowed');
    const missing = await response(404, answer('NotFoundError', 'no', 404));
    expect(errorReason(missing)).toBe('not-found');
  });

  it('knows a status code where there is no error to read', async () => {
    expect(errorReason(await response(404, 'not json'))).toBe('not-found');
    expect(errorReason(await response(502, 'not json'))).toBe('other');
  });
});

describe('errorText', () => {
  it('prefers the backend’s words to the status line', async () => {
    const error = await response(
      503,
      answer('ServiceUnavailableError', 'The database does not answer', 503),
    );
    expect(errorText(error)).toBe('The database does not answer');
    expect(errorText(new Error('plain'))).toBe('plain');
  });
});
