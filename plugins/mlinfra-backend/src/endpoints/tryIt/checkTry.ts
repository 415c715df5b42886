import { InputError } from '@backstage/errors';
import type {
  EndpointRequest,
  TryEndpointRequest,
} from '@mlinfra/plugin-mlinfra-common';

const WITHOUT_BODY = ['GET', 'HEAD'];
const CONTENT_TYPE =
  /^[\w!#$&^.+-]{1,100}\/[\w!#$&^.+-]{1,100}( *; *[\w!#$&^.+-]{1,50}=[\w!#$&^.+-]{1,100}){0,3}$/;
const TOKEN = /^[A-Za-z0-9\-._~+/]+=*$/;

/** What is to be sent, of which nothing but text is the caller's own. */
export interface CheckedTry {
  request: EndpointRequest;
  body?: string;
  contentType?: string;
  bearerToken?: string;
}

/**
 * The request that a caller names, with what he gives for it.
 *
 * @throws InputError that names what cannot be used.
 */
export function checkTry(
  requests: EndpointRequest[],
  given: TryEndpointRequest,
  maxBodyBytes: number,
): CheckedTry {
  const request = requests.find(({ id }) => id === given.request);
  if (!request) {
    throw refused(
      `the endpoint has no request "${given.request}"; it has ${requests
        .map(({ id }) => id)
        .join(', ')}`,
    );
  }
  const { body, contentType = request.contentType, bearerToken } = given;
  if (body && WITHOUT_BODY.includes(request.method)) {
    throw refused(`${request.id} takes no body`);
  }
  const bytes = Buffer.byteLength(body ?? '');
  if (bytes > maxBodyBytes) {
    throw refused(
      `the body has ${bytes} bytes, and at most ${maxBodyBytes} are sent from here (mlinfra.tryIt.maxBodyBytes)`,
    );
  }
  if (contentType !== undefined && !CONTENT_TYPE.test(contentType)) {
    throw refused(
      'the content type is none; write it like application/json or text/csv',
    );
  }
  if (request.auth === 'jwt' && !bearerToken) {
    throw refused(
      'the endpoint asks for a token; give one of its issuer as bearerToken',
    );
  }
  if (request.auth === 'jwt' && !TOKEN.test(bearerToken ?? '')) {
    throw refused('the token holds characters that no bearer token has');
  }
  return {
    request,
    body: body === '' ? undefined : body,
    contentType: body ? contentType : undefined,
    bearerToken: request.auth === 'jwt' ? bearerToken : undefined,
  };
}

function refused(why: string): InputError {
  return new InputError(`Nothing was sent: ${why}.`);
}
