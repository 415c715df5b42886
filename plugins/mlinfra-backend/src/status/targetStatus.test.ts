import { targetStatus } from './targetStatus';

const group = (targets: Record<string, number>, reasons: string[] = []) =>
  targetStatus({ name: 'web', arn: 'arn', targets, reasons });

describe('targetStatus (D3)', () => {
  it.each<[Record<string, number>, string, RegExp]>([
    [{ healthy: 1 }, 'live', /^The target of web is healthy\.$/],
    [{ healthy: 3 }, 'live', /^All 3 targets of web are healthy\.$/],
    [{ healthy: 2, draining: 5 }, 'live', /All 2/],
    [{ healthy: 2, 'unhealthy.draining': 1 }, 'live', /All 2/],
    [{ healthy: 2, unhealthy: 1 }, 'degraded', /1 of 3 targets/],
    [{ unhealthy: 2 }, 'failed', /2 of 2 targets of web are unhealthy/],
    [{ unhealthy: 1, initial: 1 }, 'failed', /1 of 2/],
    [{ initial: 2 }, 'updating', /2 of 2 .* first time/],
    [{ healthy: 1, initial: 1 }, 'updating', /1 of 2/],
    [{ unused: 2 }, 'failed', /get no requests/],
    [{ healthy: 1, unused: 1 }, 'degraded', /get no requests/],
    [{ unavailable: 1 }, 'unknown', /not known/],
    [{ healthy: 1, unavailable: 1 }, 'unknown', /1 of 2/],
    [{ 'a new word': 1 }, 'unknown', /not known/],
    [{}, 'failed', /no target/],
    [{ draining: 2 }, 'failed', /no target/],
    [{ healthy: 0 }, 'failed', /no target/],
  ])('%j is %s', (targets, status, reason) => {
    const found = group(targets);
    expect(found).toEqual({ status, reason: expect.stringMatching(reason) });
  });

  it('tells what AWS says of them', () => {
    expect(
      group({ unhealthy: 1 }, ['Health checks failed with these codes: [500]'])
        .reason,
    ).toBe(
      '1 of 1 targets of web are unhealthy: Health checks failed with these codes: [500].',
    );
  });
});
