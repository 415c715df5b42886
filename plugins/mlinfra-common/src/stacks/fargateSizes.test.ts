import { FARGATE_SIZES, fargateMemory } from './fargateSizes';

describe('fargateMemory', () => {
  it.each([
    [256, [512, 1_024, 2_048]],
    [512, [1_024, 2_048, 3_072, 4_096]],
    [1_024, [2_048, 3_072, 4_096, 5_120, 6_144, 7_168, 8_192]],
    [300, []],
  ])('B2 of %d CPU units is %j', (cpu, memory) => {
    expect(fargateMemory(cpu)).toEqual(memory);
  });

  it('B2 ends at the largest memory of each size', () => {
    expect(FARGATE_SIZES.map(({ cpu }) => fargateMemory(cpu).at(-1))).toEqual([
      2_048, 4_096, 8_192, 16_384, 30_720, 61_440, 122_880,
    ]);
  });
});
