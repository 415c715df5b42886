import type { EndpointDeployment } from '@mlinfra/plugin-mlinfra-common';
import { newestDeployments } from './newestDeployments';

const deployment = (day: number, id = `d${day}`): EndpointDeployment => ({
  id,
  what: 'function',
  name: 'predict',
  state: 'succeeded',
  at: `2026-01-${String(day).padStart(2, '0')}T00:00:00.000Z`,
});

describe('newestDeployments', () => {
  it('are ten, the newest first', () => {
    const days = Array.from({ length: 12 }, (_, index) => index + 1);
    const found = newestDeployments(days.map(day => deployment(day)));
    expect(found.map(({ id }) => id)).toEqual(
      days
        .slice(2)
        .reverse()
        .map(day => `d${day}`),
    );
  });

  it('tell a function that is called in two ways once', () => {
    const twice = [deployment(1, 'predict'), deployment(1, 'predict')];
    expect(newestDeployments(twice)).toEqual([deployment(1, 'predict')]);
  });
});
