import { execFileSync } from 'node:child_process';
import { shellQuote } from './shellQuote';

/** What bash hands on as the word. */
const asBashReads = (word: string) =>
  execFileSync('bash', ['-c', `printf %s ${word}`]).toString();

describe('shellQuote', () => {
  it.each([
    'plain',
    '',
    '{"tenure_months": 7}',
    "it's",
    "'; touch /tmp/owned; '",
    '$(id) `id` ${HOME} $HOME !! \\ \\n "x"',
    'two\nlines\tand a tab',
    '-K/etc/passwd',
    '@/etc/passwd',
    "\u001b[2J'\r\u0007\\x41",
    'ünïcödé 漢字',
  ])('hands on exactly what it was given: %j', text => {
    expect(asBashReads(shellQuote(text))).toBe(text);
  });

  it('writes no control character that a terminal would obey', () => {
    // eslint-disable-next-line no-control-regex -- these are what must be gone
    expect(shellQuote('a\u001b]0;title\u0007\r')).not.toMatch(/[\x00-\x1f]/);
  });

  it('leaves out the null character, which no word can hold', () => {
    expect(shellQuote('a\0b')).toBe("'ab'");
  });
});
