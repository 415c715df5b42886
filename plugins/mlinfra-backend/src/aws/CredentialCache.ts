import type {
  AwsCredentialIdentity,
  AwsCredentialIdentityProvider,
} from '@aws-sdk/types';

const RENEW_BEFORE_EXPIRY_MS = 5 * 60_000;
/** Keys without an expiry are asked for again after this time, so that rotated ones are noticed. */
const UNLIMITED_LIFETIME_MS = 15 * 60_000;

/**
 * Remembers what a provider answers for the credentials' lifetime minus five
 * minutes, and asks it once however many callers wait.
 *
 * The SDK's own memory is not enough: it lives in one client, and it is
 * skipped for a provider that another client has already marked.
 */
export class CredentialCache {
  private current?: { credentials: AwsCredentialIdentity; renewAt: number };
  private pending?: Promise<AwsCredentialIdentity>;

  constructor(
    private readonly provider: AwsCredentialIdentityProvider,
    private readonly now: () => number = Date.now,
  ) {}

  async get(): Promise<AwsCredentialIdentity> {
    if (this.current && this.now() < this.current.renewAt) {
      return this.current.credentials;
    }
    this.pending ??= this.renew().finally(() => {
      this.pending = undefined;
    });
    return this.pending;
  }

  /** After AWS refused the credentials: the next call asks the provider again. */
  forget(): void {
    this.current = undefined;
  }

  private async renew(): Promise<AwsCredentialIdentity> {
    const credentials = await this.provider();
    this.current = { credentials, renewAt: this.renewAt(credentials) };
    return credentials;
  }

  private renewAt(credentials: AwsCredentialIdentity): number {
    if (!credentials.expiration) {
      return this.now() + UNLIMITED_LIFETIME_MS;
    }
    return credentials.expiration.getTime() - RENEW_BEFORE_EXPIRY_MS;
  }
}
