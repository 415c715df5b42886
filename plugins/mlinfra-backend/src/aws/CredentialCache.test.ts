import { CredentialCache } from './CredentialCache';

const HOUR = 60 * 60_000;

function setUp(lifetimeMs: number | undefined) {
  let time = Date.UTC(2026, 0, 1);
  let asked = 0;
  const provider = jest.fn(async () => ({
    accessKeyId: `key-${++asked}`,
    secretAccessKey: 'secret',
    expiration:
      lifetimeMs === undefined ? undefined : new Date(time + lifetimeMs),
  }));
  const cache = new CredentialCache(provider, () => time);
  return {
    cache,
    provider,
    advance: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

describe('CredentialCache', () => {
  it('asks once however many callers wait', async () => {
    const { cache, provider } = setUp(HOUR);
    await Promise.all(Array.from({ length: 10 }, () => cache.get()));
    expect(provider).toHaveBeenCalledTimes(1);
  });

  it('asks again five minutes before the credentials expire, and not earlier', async () => {
    const { cache, provider, advance } = setUp(HOUR);
    await cache.get();
    advance(HOUR - 5 * 60_000 - 1);
    await cache.get();
    expect(provider).toHaveBeenCalledTimes(1);
    advance(1);
    expect((await cache.get()).accessKeyId).toBe('key-2');
  });

  it('notices rotated keys that have no expiry', async () => {
    const { cache, provider, advance } = setUp(undefined);
    await cache.get();
    advance(15 * 60_000);
    await cache.get();
    expect(provider).toHaveBeenCalledTimes(2);
  });

  it('does not remember a failure', async () => {
    const { cache, provider } = setUp(HOUR);
    provider.mockRejectedValueOnce(new Error('no'));
    await expect(cache.get()).rejects.toThrow('no');
    await expect(cache.get()).resolves.toMatchObject({ accessKeyId: 'key-1' });
  });

  it('asks again after AWS refused the credentials', async () => {
    const { cache, provider } = setUp(HOUR);
    await cache.get();
    cache.forget();
    await cache.get();
    expect(provider).toHaveBeenCalledTimes(2);
  });
});
