import { parse } from '@cdktf/hcl2json';
import fc from 'fast-check';
import { hclStringLiteral } from './hclStringLiteral';

describe('hclStringLiteral', () => {
  it.each([
    ['plain', '"plain"'],
    ['a"b\\c', '"a\\"b\\\\c"'],
    ['two\nlines\r\t', '"two\\nlines\\r\\t"'],
    ['${var.x} %{ if true }', '"$${var.x} %%{ if true }"'],
    ['$${', '"$$${"'],
    ['\u0007', '"\\u0007"'],
  ])('writes %j as %s', (text, literal) => {
    expect(hclStringLiteral(text)).toBe(literal);
  });

  it('C2 is one attribute on one line, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async text => {
        const literal = hclStringLiteral(text);
        expect(literal).not.toMatch(/[\n\r]/);
        const parsed = await parse('backend.hcl', `bucket = ${literal}\n`);
        expect(Object.keys(parsed)).toEqual(['bucket']);
      }),
      { numRuns: 50 },
    );
  });
});
