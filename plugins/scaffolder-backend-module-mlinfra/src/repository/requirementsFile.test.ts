import { promises as fs } from 'node:fs';
import path from 'node:path';
import { platformBaselineStack } from '@mlinfra/plugin-mlinfra-common';
import { readRepositoryRequest } from '../request/readRepositoryRequest';
import { TEMPLATES_FOLDER } from '../__testUtils__/templatesFolder';
import { textFile } from './RepositoryFile';
import { readRequirements } from './requirementEntries';
import { REQUIREMENTS_PATH, requirementsFile } from './requirementsFile';

const SOURCE = 'terraform/stacks/platform-baseline/requirements.json';
const here = { accountId: '123456789012', region: 'eu-central-1' };

function request(
  inputs: object,
  environments: object = { dev: here, prod: here },
) {
  return readRepositoryRequest({
    name: 'machine-care',
    owner: 'group:default/plant',
    team: 'plant',
    environments,
    stacks: { 'platform-baseline': inputs },
  });
}

describe('docs/requirements.md', () => {
  let source: string;

  beforeAll(async () => {
    source = await fs.readFile(path.join(TEMPLATES_FOLDER, SOURCE), 'utf8');
  });

  const write = (
    inputs: object,
    environments?: object,
    content: string = source,
  ) => {
    const [file] = requirementsFile(request(inputs, environments), {
      content: [textFile(SOURCE, content)],
      templateVersion: '1.2.3',
    });
    expect(file.path).toBe(REQUIREMENTS_PATH);
    return file.content.toString('utf8');
  };

  it('E10 goes from each requirement to module and resource, for each environment', () => {
    const text = write({
      serving: { prod: 'ecs' },
      databaseEngine: { prod: 'postgres' },
      blueGreen: { prod: true },
    });
    const rows = text.split('\n').filter(line => line.startsWith('| E'));
    const row = (words: string) => rows.find(line => line.includes(words));
    expect(row('served by a function')).toBe(
      '| E1 | The model is served by a function | dev | `modules/function` | `module.function[0].aws_lambda_function.this` |',
    );
    expect(row('Models are versioned')).toContain('| dev, prod |');
    expect(row('Records in PostgreSQL')).toContain(
      '| prod | `modules/database` | `module.database.aws_db_instance.this[0]`<br>',
    );
    expect(row('second target group')).toContain('| prod |');
    expect(row('Every change in the account')).toContain('| prod |');
    expect(row('New volumes of EC2')).toBeUndefined();
    expect(text).toContain(
      'terraform -chdir=terraform/stacks/platform-baseline output -json requirements',
    );
  });

  it('E10 says what nothing answers to', () => {
    const text = write({ auditTrail: 'elsewhere' }, { dev: here });
    expect(text).toContain('- E5 in dev\n');
    expect(text).toContain('- E7 in dev\n');
    expect(text).not.toContain('- E1 in dev');
    expect(text).not.toContain('| E5 |');
  });

  it('E10 names an environment only where it is', () => {
    expect(write({}, { dev: here })).not.toContain('prod');
  });

  it('E10 has every entry under some choice, and each belongs to E1 to E9', () => {
    const entries = readRequirements(textFile(SOURCE, source));
    expect([...new Set(entries.map(entry => entry.id))]).toEqual(
      ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(n => `E${n}`),
    );
    const texts = [
      {},
      { blueGreen: { dev: true } },
      {
        databaseEngine: { dev: 'postgres' },
        networkMode: { dev: 'private_endpoints_1az' },
      },
      {
        serving: { dev: 'ecs' },
        databaseEngine: { dev: 'postgres' },
        blueGreen: { dev: true },
        backups: { dev: true },
        ebsEncryption: true,
        auditTrailToCloudwatch: { dev: true },
      },
      { serving: { dev: 'ecs' } },
    ].map(inputs => write(inputs, { dev: here }));
    expect(
      entries
        .map(entry => entry.requirement)
        .filter(words => !texts.some(text => text.includes(words))),
    ).toEqual([]);
  });

  it('E10 is not there where no stack has requirements', () => {
    expect(
      requirementsFile(request({}), { content: [], templateVersion: '1.2.3' }),
    ).toEqual([]);
  });

  it.each([
    ['oops', 'is not JSON; correct it'],
    ['[{"id": "E1"}]', 'is not a list of requirements'],
    [
      '[{"id":"E1","requirement":"x","module":"y","addresses":["z"],"when":{"colour":["red"]}}]',
      'depends on colour, which the stack',
    ],
  ])('E10 refuses %s by its path', (content, message) => {
    expect(() => write({}, undefined, content)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
    expect(() => write({}, undefined, content)).toThrow(SOURCE);
  });

  it('E10 depends on what the definition of the stack writes', () => {
    const written = platformBaselineStack.variables({
      ...request({}),
      environment: 'dev',
      inputs: platformBaselineStack.inputs.parse({}),
      templateVersion: '1.2.3',
    });
    const choices = readRequirements(textFile(SOURCE, source)).flatMap(entry =>
      Object.keys(entry.when),
    );
    // What a variable says in other words, or leaves to Terraform's default.
    const known = [...Object.keys(written), 'budget', 'network_source'];
    expect(choices.filter(choice => !known.includes(choice))).toEqual([]);
  });
});
