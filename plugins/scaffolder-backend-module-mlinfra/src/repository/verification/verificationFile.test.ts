import { jsonFile } from '../RepositoryFile';
import type { StackVerification } from './StackVerification';
import { verificationFile } from './verificationFile';

const record = (changes: Partial<StackVerification>): StackVerification => ({
  schemaVersion: 1,
  terraform: '1.11.4',
  providers: { 'hashicorp/aws': '5.100.0' },
  stack: 'churn',
  title: 'Churn',
  switches: { environment: ['dev', 'prod'], blueGreen: ['true', 'false'] },
  pairs: 4,
  combinations: [
    { environment: 'dev', blueGreen: 'true' },
    { environment: 'prod', blueGreen: 'false' },
  ],
  refused: [
    { when: { environment: 'prod', blueGreen: 'true' }, because: 'it costs' },
  ],
  checks: ['CKV_AWS_28'],
  suppressed: { CKV_AWS_18: ['The log bucket | itself'] },
  lifecycle: { applied: true },
  ...changes,
});

const textOf = (roots: string[], ...records: StackVerification[]) =>
  verificationFile(
    records.map(one => jsonFile(`verification/results/${one.stack}.json`, one)),
    roots,
    '1.2.3',
  ).content.toString('utf8');

describe('verificationFile', () => {
  it('C10 says what was verified of each root, with which versions', () => {
    const text = textOf(['churn'], record({}));
    expect(text).toContain(
      '| Terraform | 1.11.4 |\n| hashicorp/aws | 5.100.0 |',
    );
    expect(text).toContain(
      '| `churn` | 2 | 4 | yes | yes | yes | yes | 1 | 1 |',
    );
    expect(text).toContain('| `blueGreen` | true, false |');
    expect(text).toContain(
      '- `environment` prod with `blueGreen` true: it costs.',
    );
    expect(text).toContain('| CKV_AWS_18 | The log bucket \\| itself |');
  });

  it('C10 says what was not verified', () => {
    const text = textOf(['churn'], record({}));
    expect(text).toContain('Nothing was ever applied to AWS itself');
    expect(text).toContain('No image was built');
  });

  it('tells of the roots of this repository alone', () => {
    const text = textOf(
      ['churn'],
      record({}),
      record({ stack: 'predictor', title: 'Predictor' }),
    );
    expect(text).not.toContain('redictor');
  });

  it('claims nothing of a root without a record, or that was not applied', () => {
    const text = textOf(
      ['churn', 'foundation'],
      record({ lifecycle: { applied: false } }),
    );
    expect(text).toContain('| `churn` | 2 | 4 | no | no | no | no | 1 | 1 |');
    expect(text).toContain(
      'Of `foundation` this version of the templates has no record',
    );
    expect(textOf(['churn'])).not.toContain('With which versions');
  });
});
