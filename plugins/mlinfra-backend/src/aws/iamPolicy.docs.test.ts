import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { iamPolicy } from './iamPolicy';

const PAGE = readFileSync(
  resolve(__dirname, '../../../../docs/aws-access.md'),
  'utf8',
);
const POLICIES = [...PAGE.matchAll(/```json\n([^]*?)\n```/g)].map(
  ([, text]): { Statement: { Action: string }[] } => JSON.parse(text),
);

describe('docs/aws-access.md', () => {
  it('shows the policy that the calls need as the first of its policies', () => {
    expect(POLICIES[0]).toEqual(iamPolicy());
  });

  it('gives the portal itself nothing but the roles', () => {
    const others = POLICIES.slice(1).flatMap(({ Statement }) => Statement);
    expect(others.map(({ Action }) => Action)).toEqual([
      'sts:AssumeRole',
      'sts:AssumeRole',
    ]);
  });
});
