import { logText, logTime } from './logText';
import { mergeLines } from './mergeLines';

const lines = (text: string) =>
  [...text].map(message => ({ at: '2026-01-01T00:00:00.000Z', message }));

describe('mergeLines', () => {
  it.each([
    ['', 'abc', 'abc', false],
    ['abc', 'abc', 'abc', false],
    ['abc', 'bcd', 'abcd', false],
    ['abc', 'c', 'abc', false],
    ['aaa', 'aaaa', 'aaaa', false],
    ['abc', '', 'abc', false],
    ['abc', 'xyz', 'xyz', true],
  ])('joins %s and %s to %s', (known, newest, text, gap) => {
    const merged = mergeLines(lines(known), lines(newest));
    expect(merged.lines.map(({ message }) => message).join('')).toBe(text);
    expect(merged.gap).toBe(gap);
  });
});

describe('logText', () => {
  it('writes a line each, with its time', () => {
    expect(logText(lines('ab'))).toBe(
      '2026-01-01T00:00:00.000Z a\n2026-01-01T00:00:00.000Z b\n',
    );
    expect(logTime('2026-01-01T09:12:31.500Z')).toBe('09:12:31');
    expect(logTime('soon')).toBe('soon');
  });
});
