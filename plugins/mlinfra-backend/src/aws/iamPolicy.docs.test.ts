import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { actingPolicy, iamPolicy } from './iamPolicy';

const PAGE = readFileSync(
  resolve(__dirname, '../../../../docs/aws-access.md'),
  'utf8',
);
const POLICIES = [...PAGE.matchAll(/```json\n([^]*?)\n```/g)].map(
  ([, text]): { Statement: { Action: string }[] } => JSON.parse(text),
);

describe('docs/aws-access.md', () => {
  it('shows the policy that the calls need as the first of its policies, and the one for acting behind it', () => {
    expect(POLICIES.slice(0, 2)).toEqual([iamPolicy(), actingPolicy()]);
  });

  it('gives the portal itself nothing but the roles', () => {
    const others = POLICIES.slice(2).flatMap(({ Statement }) => Statement);
    expect(others.map(({ Action }) => Action)).toEqual([
      'sts:AssumeRole',
      'sts:AssumeRole',
    ]);
  });
});
