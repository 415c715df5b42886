import { SignatureV4 } from '@smithy/signature-v4';
import type { AccountCredentials } from './AccountCredentials';
import type { AwsCall } from './AwsCaller';
import type { SignableRequest } from './InvocationSource';
import { NodeSha256 } from './nodeSha256';

/** Signs requests to APIs with the credentials of the account that they are in. */
export class RequestSigner {
  constructor(private readonly credentials: AccountCredentials) {}

  /** @throws AwsCallError when there are no credentials. */
  async sign(
    { accountId, region }: AwsCall,
    { method, url, headers, body }: SignableRequest,
  ): Promise<Record<string, string>> {
    const signer = new SignatureV4({
      service: 'execute-api',
      region,
      credentials: await this.credentials.get(accountId),
      sha256: NodeSha256,
    });
    const signed = await signer.sign({
      method,
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: { ...headers, host: url.host },
      body,
    });
    return signed.headers;
  }
}
