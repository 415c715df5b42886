import { z } from 'zod';
import { parseFields } from './parseFields';

const schema = z.object({
  name: z.string().regex(/^[a-z]+$/, 'must be lowercase letters'),
  inner: z.object({ count: z.int().min(1) }),
});

describe('parseFields', () => {
  it('names each wrong field by its path and shows what it was', () => {
    expect(
      parseFields(schema, { name: 'A"\n', inner: { count: 0 } }, ['stacks']),
    ).toEqual({
      errors: [
        {
          field: 'stacks.name',
          message: 'must be lowercase letters (was "A\\"\\n")',
        },
        {
          field: 'stacks.inner.count',
          message: expect.stringContaining('(was 0)'),
        },
      ],
    });
  });

  it('says what is missing', () => {
    expect(parseFields(schema, {}).errors).toEqual([
      { field: 'name', message: 'is missing' },
      { field: 'inner', message: 'is missing' },
    ]);
  });

  it('does not repeat a value at full length', () => {
    const [error] = parseFields(schema, {
      name: 'A'.repeat(5000),
      inner: { count: 1 },
    }).errors!;
    expect(error.message.length).toBeLessThan(200);
  });
});
