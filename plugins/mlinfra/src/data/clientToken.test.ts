import { newClientToken } from './clientToken';

const UUID =
  /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('newClientToken', () => {
  const original = globalThis.crypto;
  afterEach(() =>
    Object.defineProperty(globalThis, 'crypto', {
      value: original,
      configurable: true,
    }),
  );

  it('is a new UUID each time', () => {
    expect(newClientToken()).toMatch(UUID);
    expect(newClientToken()).not.toBe(newClientToken());
  });

  it('is one too where the page came over plain HTTP', () => {
    Object.defineProperty(globalThis, 'crypto', {
      value: {
        getRandomValues: (bytes: Uint8Array) => original.getRandomValues(bytes),
      },
      configurable: true,
    });
    for (let count = 0; count < 20; count += 1) {
      expect(newClientToken()).toMatch(UUID);
    }
  });
});
