import fc from 'fast-check';
import { Redactor } from './Redactor';

const redactor = new Redactor();

describe('Redactor', () => {
  it.each([
    [{ password: 'x' }, { password: '[redacted]' }],
    [{ dbPassword: 7 }, { dbPassword: '[redacted]' }],
    [{ 'X-API-KEY': 'x' }, { 'X-API-KEY': '[redacted]' }],
    [{ apikey: 'x' }, { apikey: '[redacted]' }],
    [{ credentials: { user: 'u' } }, { credentials: '[redacted]' }],
    [{ 'x-amz-date': '2026' }, { 'x-amz-date': '[redacted]' }],
    [{ a: [{ TaskToken: 'x' }] }, { a: [{ TaskToken: '[redacted]' }] }],
    [
      { Name: 'DB_PASSWORD', Value: 'x' },
      { Name: 'DB_PASSWORD', Value: '[redacted]' },
    ],
    [
      { name: 'RUN_INPUT', value: '{"token":"x","n":1}' },
      { name: 'RUN_INPUT', value: '{"token":"[redacted]","n":1}' },
    ],
  ])('%j', (value, shown) => {
    expect(redactor.value(value)).toEqual(shown);
  });

  it.each([
    { tokenizer: 'bert', max_tokens: 512, maxNewTokens: 9 },
    { has_password: true, token: null, secret: '' },
    { amount: 0.5, model_uri: 's3://models/uploads/x.npz' },
    { 'x-amzn-RequestId': 'abc' },
  ])('leaves %j alone', value => {
    expect(redactor.value(value)).toBe(value);
  });

  it.each([
    ['password=hunter2 next', 'password=[redacted] next'],
    ['{"password": "a b", "n": 1', '{"password": "[redacted]", "n": 1'],
    [
      String.raw`cause: {\"api_key\":\"a\",\"n\":1}`,
      String.raw`cause: {\"api_key\":\"[redacted]\",\"n\":1}`,
    ],
    ['Authorization: Basic dXNlcjpwYXNz', 'Authorization: Basic [redacted]'],
    ['sent Bearer abcdefghijkl.', 'sent Bearer [redacted]'],
    ['key AKIAIOSFODNN7EXAMPLE!', 'key [redacted]!'],
    [
      'GET https://b.s3.amazonaws.com/k?X-Amz-Algorithm=A&X-Amz-Signature=abc&versionId=1',
      'GET https://b.s3.amazonaws.com/k?X-Amz-Algorithm=[redacted]&X-Amz-Signature=[redacted]&versionId=1',
    ],
    [
      'u=https%3A%2F%2Fb%2Fk%3FX-Amz-Signature%3Dabc end',
      'u=https%3A%2F%2Fb%2Fk%3FX-Amz-Signature%3D[redacted] end',
    ],
    ['postgres://me:pw@db/x', 'postgres://[redacted]@db/x'],
    ['use_token=false', 'use_token=false'],
    ['step prune took 3.5 s: ok', 'step prune took 3.5 s: ok'],
  ])('%s', (text, shown) => {
    expect(redactor.text(text)).toBe(shown);
  });

  it('keeps a JSON text as it was written where it holds no secret', () => {
    const text = '{ "big": 12345678901234567890, "e": 1.50 }';
    expect(redactor.json(text)).toBe(text);
  });

  it('finds a secret in the first of two members of the same name', () => {
    expect(
      redactor.json('{"a":"AKIAIOSFODNN7EXAMPLE","a":"clean"}'),
    ).not.toContain('AKIA');
  });

  it('hides what is nested deeper than it looks', () => {
    const text = `${'['.repeat(50_000)}{"a":"AKIAIOSFODNN7EXAMPLE"}${']'.repeat(
      50_000,
    )}`;
    expect(redactor.json(text)).not.toContain('AKIA');
  });

  it('takes patterns of its own, also exceptions', () => {
    const own = new Redactor(['customer', '!customer_count', 'card-*']);
    expect(
      own.value({
        customerName: 'x',
        customer_count: 1,
        'card-no': 2,
        card: 3,
      }),
    ).toEqual({
      customerName: '[redacted]',
      customer_count: 1,
      'card-no': '[redacted]',
      card: 3,
    });
  });

  it('reads a megabyte without spaces in a moment', () => {
    const started = performance.now();
    redactor.text('a'.repeat(1_000_000));
    redactor.text('\\"'.repeat(500_000));
    redactor.text('token: '.repeat(140_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('lets no seeded secret through, however it is wrapped', () => {
    const secret = fc
      .stringMatching(/^[0-9a-f]{24}$/)
      .map(hex => `S3cr3t${hex}`);
    const key = fc.constantFrom(
      'password',
      'DB_PASSWORD',
      'apiKey',
      'x-api-key',
      'clientSecret',
      'AWS_SESSION_TOKEN',
      'Authorization',
      'X-Amz-Signature',
      'my.access.key',
    );
    const seeded = fc
      .tuple(secret, key, fc.json())
      .chain(([text, name, free]) =>
        fc.constantFrom<unknown[]>(
          [text, { [name]: text }],
          [text, { [name]: [text, { deep: text }] }],
          [text, { Name: name, Value: text }],
          [text, { key: name, value: text }],
          [text, `${name}=${text}`],
          [text, `{"${name}": "${text}", "cut": "of`],
          [text, `https://h/p?a=1&${name}=${text}&b=2`],
          [text, `sent Bearer ${text} away`],
          [text, { free, [name]: { free, text } }],
        ),
      );
    const wrap = fc.array(
      fc.constantFrom<(value: unknown) => unknown>(
        value => ({ wrapped: value }),
        value => [1, value, null],
        value => JSON.stringify(value),
        value => ({ Environment: [{ Name: 'RUN_INPUT', Value: value }] }),
      ),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(seeded, wrap, ([text, value], wraps) => {
        const wrapped = wraps.reduce<unknown>(
          (inner, each) => each(inner),
          value,
        );
        const shown = JSON.stringify(redactor.value(wrapped));
        expect(shown).not.toContain(text);
        expect(redactor.json(JSON.stringify(wrapped))).not.toContain(text);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(['-eyJaaaaaaaaa', 'eyJ.', 'password="', '://a:b', 'Bearer '])(
    'reads a long text of nothing but %j in little time',
    part => {
      const started = Date.now();
      new Redactor().text(part.repeat((256 * 1024) / part.length));
      expect(Date.now() - started).toBeLessThan(5_000);
    },
  );
});
