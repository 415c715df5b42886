import type { PipelineContract } from '@mlinfra/plugin-mlinfra-common';
import { readMetrics } from './readMetrics';

const contract: PipelineContract = {
  version: 1,
  metrics: [
    { id: 'size_bytes', label: 'Size', unit: 'bytes', better: 'lower' },
    { id: 'accuracy', label: 'Accuracy', unit: 'ratio', better: 'higher' },
    { id: 'latency_ms', label: 'Latency', unit: 'ms', better: 'lower' },
  ],
};
const reported = {
  steps: [
    { step: 'baseline', size_bytes: 100, accuracy: 0.9, extra: 1 },
    { step: 'prune', size_bytes: 50 },
    { step: 'quantize', size_bytes: 25, accuracy: 0.89 },
  ],
  gate: { passed: true },
};

describe('readMetrics', () => {
  it.each([
    { metrics: reported },
    { report: { metrics: reported } },
    { metrics: JSON.stringify(reported) },
  ])('finds what %j reports, in the order of the contract', output => {
    expect(
      readMetrics(['{}', JSON.stringify(output), '{"metrics":7}'], contract),
    ).toEqual([
      {
        id: 'size_bytes',
        label: 'Size',
        unit: 'bytes',
        better: 'lower',
        before: 100,
        after: 25,
        steps: [
          { step: 'baseline', value: 100 },
          { step: 'prune', value: 50 },
          { step: 'quantize', value: 25 },
        ],
      },
      expect.objectContaining({ id: 'accuracy', before: 0.9, after: 0.89 }),
      expect.objectContaining({ id: 'extra', label: 'extra', unit: 'count' }),
    ]);
  });

  it('takes the last report', () => {
    const outputs = [1, 2].map(size =>
      JSON.stringify({ metrics: { steps: [{ step: 'a', size }] } }),
    );
    expect(readMetrics(outputs, undefined)?.[0].after).toBe(2);
  });

  it.each([
    ['no output', []],
    ['no JSON', ['metrics']],
    ['no list', ['{"metrics":{"steps":{}}}']],
    ['nothing in it', ['{"metrics":{"steps":[]}}']],
    [
      'nothing but nonsense',
      ['{"metrics":{"steps":[7,null,{"step":1,"size":"big","n":null}]}}'],
    ],
  ])('is undefined for %s', (_, outputs) => {
    expect(readMetrics(outputs, contract)).toBeUndefined();
  });

  it.each([null, 7, 'x', [null, 7, { id: 3 }, { id: 'a', unit: 'furlong' }]])(
    'takes %j as the definitions of a contract',
    metrics => {
      const odd = { version: 1, metrics } as unknown as PipelineContract;
      const output = '{"metrics":{"steps":[{"step":"x","a":1}]}}';
      expect(readMetrics([output], odd)).toMatchObject([
        { id: 'a', label: 'a', unit: 'count', after: 1 },
      ]);
    },
  );
});
