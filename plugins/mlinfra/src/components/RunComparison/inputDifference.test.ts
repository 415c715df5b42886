import { compressionMetrics } from '../../testing/fixtures';
import { comparedMetrics } from './comparedMetrics';
import { inputDifference } from './inputDifference';

describe('inputDifference', () => {
  it('names the fields that differ, however deep', () => {
    expect(
      inputDifference(
        '{"a":1,"prune":{"amount":0.5,"on":true},"list":[1,2],"gone":null}',
        '{"a":1,"prune":{"amount":0.9,"on":true},"list":[1,3,4],"empty":{}}',
      ),
    ).toEqual([
      { field: 'prune.amount', a: '0.5', b: '0.9' },
      { field: 'list.1', a: '2', b: '3' },
      { field: 'gone', a: 'null', b: undefined },
      { field: 'list.2', a: undefined, b: '4' },
      { field: 'empty', a: undefined, b: '{}' },
    ]);
  });

  it('finds nothing between equal inputs, whatever the order', () => {
    expect(inputDifference('{"a":1,"b":2}', '{"b":2,"a":1}')).toEqual([]);
    expect(inputDifference(undefined, undefined)).toEqual([]);
    expect(inputDifference('7', '7')).toEqual([]);
  });

  it('does not guess where a text was cut', () => {
    expect(inputDifference('{"a":1', '{"a":1}')).toBeUndefined();
  });
});

describe('comparedMetrics', () => {
  it('joins by id, the first run’s order first', () => {
    const [size, latency, accuracy] = compressionMetrics;
    expect(
      comparedMetrics([latency, size], [size, accuracy]).map(
        ({ metric, a, b }) => [metric.id, a?.id, b?.id],
      ),
    ).toEqual([
      ['latency_ms', 'latency_ms', undefined],
      ['size_bytes', 'size_bytes', 'size_bytes'],
      ['accuracy', undefined, 'accuracy'],
    ]);
    expect(comparedMetrics(undefined, undefined)).toEqual([]);
  });
});
