import { errorKind } from './errorKind';

function awsError(name: string, extra: object = {}) {
  return Object.assign(new Error('message'), { name }, extra);
}

describe('errorKind', () => {
  it.each([
    ['AccessDenied', 'access-denied'],
    ['AccessDeniedException', 'access-denied'],
    ['UnauthorizedOperation', 'access-denied'],
    ['ExpiredToken', 'expired-credentials'],
    ['ExpiredTokenException', 'expired-credentials'],
    ['InvalidClientTokenId', 'no-credentials'],
    ['UnrecognizedClientException', 'no-credentials'],
    ['SignatureDoesNotMatch', 'no-credentials'],
    ['CredentialsProviderError', 'no-credentials'],
    ['ThrottlingException', 'throttled'],
    ['Throttling', 'throttled'],
    ['TooManyRequestsException', 'throttled'],
    ['TimeoutError', 'timeout'],
    ['InternalFailure', 'other'],
    ['SomethingNew', 'other'],
  ])('%s is %s', (name, kind) => {
    expect(errorKind(awsError(name))).toBe(kind);
  });

  it('takes any answer with status 429 as throttling', () => {
    const error = awsError('Unknown', { $metadata: { httpStatusCode: 429 } });
    expect(errorKind(error)).toBe('throttled');
  });

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ECONNRESET'])(
    '%s is unreachable',
    code => {
      expect(errorKind(awsError('Error', { code }))).toBe('unreachable');
    },
  );

  it('understands the credentials manager when no account matches', () => {
    const error = new Error(
      'There is no AWS integration that matches 111111111111. Please add a configuration for this AWS account.',
    );
    expect(errorKind(error)).toBe('no-credentials');
  });

  it.each([undefined, null, 'text', 7])('%p is other', thrown => {
    expect(errorKind(thrown)).toBe('other');
  });
});
