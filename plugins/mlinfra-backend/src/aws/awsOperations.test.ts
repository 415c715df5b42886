import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AWS_OPERATIONS, type AwsOperation } from './awsOperations';
import { actingPolicy, iamPolicy } from './iamPolicy';

const SOURCE = resolve(__dirname, '..');

function sources(): [path: string, text: string][] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts') && !/\.test\.ts$/.test(path))
    .filter(path => !path.includes('__testUtils__'))
    .map(path => [path, readFileSync(resolve(SOURCE, path), 'utf8')]);
}

describe('AWS operations', () => {
  it('are exactly the commands that the source sends', () => {
    const sent = new Set(
      sources().flatMap(([, text]) =>
        [...text.matchAll(/new (\w+)Command\(/g)].map(match => match[1]),
      ),
    );
    const listed = new Set(
      Object.entries<AwsOperation>(AWS_OPERATIONS)
        .filter(([, { signed }]) => !signed)
        .map(([id]) => id.split('.').pop()),
    );
    expect([...sent].sort()).toEqual([...listed].sort());
  });

  it('are called in src/aws only, where each names itself', () => {
    const users = sources().filter(([, text]) =>
      /import (?!type )[^;]*from '@aws-sdk\/client-/.test(text),
    );
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter(([path]) => !path.startsWith('aws/'))).toEqual([]);
    const named = new Set(
      sources().flatMap(([, text]) =>
        [...text.matchAll(/caller\.run\(\s*'([\w.]+)'/g)].map(
          match => match[1],
        ),
      ),
    );
    const commands = Object.entries<AwsOperation>(AWS_OPERATIONS)
      .filter(([, { signed }]) => !signed)
      .map(([id]) => id);
    expect([...named].sort()).toEqual(commands.sort());
  });

  it('only read, but for those with which people act on runs and endpoints', () => {
    const operations = Object.values<AwsOperation>(AWS_OPERATIONS);
    for (const { name, acting } of operations) {
      expect(acting || /^(Get|List|Describe)/.test(name.split(':')[1])).toBe(
        true,
      );
    }
    expect(
      operations.filter(({ acting }) => acting).map(({ name }) => name),
    ).toEqual([
      'states:StartExecution',
      'states:StopExecution',
      'states:RedriveExecution',
      'execute-api:Invoke',
      'sagemaker:InvokeEndpoint',
      'apigateway:GetUsagePlans',
      'apigateway:GetUsagePlanKeys',
      'apigateway:GetApiKey',
    ]);
  });

  it('need the policies that the README shows', () => {
    const readme = readFileSync(resolve(SOURCE, '../README.md'), 'utf8');
    const shown = [
      ...readme.matchAll(/```json\n(\{\n {2}"Version"[^]*?)\n```/g),
    ].map(([, text]) => JSON.parse(text));
    expect(shown).toEqual([iamPolicy(), actingPolicy()]);
  });
});
