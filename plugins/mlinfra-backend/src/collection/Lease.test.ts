import { Lease } from './Lease';

function lease(extend: jest.Mock) {
  const now = () => Date.UTC(2026, 0, 1);
  return new Lease(extend, now, { leaseMs: 60_000, renewMs: 20_000 });
}

describe('Lease', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is renewed three times a minute, until it is ended', async () => {
    const renew = jest.fn().mockResolvedValue(true);
    const held = lease(renew);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(renew.mock.calls).toEqual(
      Array(3).fill(['2026-01-01T00:01:00.000Z']),
    );
    held.end();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(renew).toHaveBeenCalledTimes(3);
    expect(held.signal.aborted).toBe(false);
  });

  it('ends the work when another process has it', async () => {
    const held = lease(jest.fn().mockResolvedValue(false));
    await jest.advanceTimersByTimeAsync(20_000);
    expect(held.signal.aborted).toBe(true);
    held.end();
  });

  it('survives a database that is away for a moment', async () => {
    const held = lease(
      jest
        .fn()
        .mockRejectedValueOnce(new Error('away'))
        .mockResolvedValue(true),
    );
    await jest.advanceTimersByTimeAsync(40_000);
    expect(held.signal.aborted).toBe(false);
    held.end();
  });
});
