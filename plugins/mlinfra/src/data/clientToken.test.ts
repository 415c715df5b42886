import { webcrypto } from 'crypto';
import { newClientToken } from './clientToken';

const UUID =
  /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('newClientToken', () => {
  const original = globalThis.crypto;
  const use = (crypto: Partial<Crypto>) =>
    Object.defineProperty(globalThis, 'crypto', {
      value: crypto,
      configurable: true,
    });
  afterEach(() => use(original));

  it('is a new UUID each time', () => {
    use(webcrypto as unknown as Crypto);
    expect(newClientToken()).toMatch(UUID);
    expect(newClientToken()).not.toBe(newClientToken());
  });

  it('is one too where the page came over plain HTTP', () => {
    use({
      getRandomValues: array => webcrypto.getRandomValues(array as never),
    });
    for (let count = 0; count < 20; count += 1) {
      expect(newClientToken()).toMatch(UUID);
    }
  });
});
