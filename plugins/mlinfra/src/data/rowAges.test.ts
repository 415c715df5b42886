import {
  collection,
  deniedCollection,
  endpoint,
  endpointsResponse,
  failedEndpoint,
} from '../testing/fixtures';
import { overallAge, rowAges } from './rowAges';

const now = Date.now();
const secondsAgo = (seconds: number) =>
  new Date(now - seconds * 1_000).toISOString();
const dev = (seconds: number) => endpoint({ collectedAt: secondsAgo(seconds) });
const prod = (seconds: number) =>
  failedEndpoint({ collectedAt: secondsAgo(seconds) });
const stale = deniedCollection({ lastSuccessAt: secondsAgo(90_000) });

describe('rowAges', () => {
  it.each([
    ['one row', [dev(180)], [collection()], 0],
    ['rows read seconds apart', [dev(185), prod(190)], [collection()], 0],
    ['rows read minutes apart', [dev(180), prod(600)], [collection()], 2],
    ['one stale row', [prod(90_000)], [stale], 0],
    [
      'a stale row beside a fresh one',
      [dev(180), prod(90_000)],
      [collection(), stale],
      2,
    ],
    // The header then tells the age of what was not found.
    ['a fresh row, and a stale search', [dev(180)], [collection(), stale], 1],
    ['no rows', [], [collection()], 0],
  ])('A11 says the ages of %s', (_case, items, collections, expected) => {
    const data = endpointsResponse({ items, collections });
    const ages = rowAges(
      data,
      (each, row) =>
        each.accountId === row.accountId && each.region === row.region,
    );
    expect(ages.size).toBe(expected);
  });

  it('A11 calls only what is old stale', () => {
    const items = [dev(180), prod(90_000)];
    const data = endpointsResponse({
      items,
      collections: [collection(), stale],
    });
    const ages = rowAges(data, (each, row) => each.accountId === row.accountId);
    expect(items.map(({ id }) => ages.get(id)?.stale)).toEqual([false, true]);
    expect(overallAge(data)).toEqual({ at: secondsAgo(90_000), stale: true });
  });
});
