// @ts-check
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const ZONES = ['eu-central-1a', 'eu-central-1b'];

/** Choices that neither environment of the test has, so that every entry is held against a plan. */
const OTHER_CHOICES = [
  {
    serving: 'ecs',
    database_engine: 'dynamodb',
    blue_green: false,
    ebs_encryption: true,
    audit_trail: true,
    audit_trail_to_cloudwatch: true,
    availability_zones: ZONES,
  },
  {
    serving: 'lambda',
    database_engine: 'postgres',
    network_mode: 'private_endpoints_1az',
    availability_zones: ZONES,
  },
];

/**
 * E10: the document names resources that are there, and so does the list it is
 * made from, whatever was chosen.
 *
 * @param {import('node:test').TestContext} t
 * @param {object} applied
 * @param {import('../../tools/terraform/emulatedRepository.mjs').EmulatedRepository} applied.target
 * @param {string} applied.environment
 * @param {string} applied.repository
 * @param {import('../../tools/terraform/emulatedRepository.mjs').StateResource[]} applied.resources
 */
export async function checkRequirements(t, applied) {
  const { target, environment, repository, resources } = applied;

  await t.test('E10 the document names what is in the state', async () => {
    const text = await readFile(
      path.join(repository, 'docs/requirements.md'),
      'utf8',
    );
    const rows = rowsOf(text).filter(row =>
      row.environments.includes(environment),
    );
    assert.ok(rows.length > 10, 'the document has rows of this environment');
    assertPresent(
      rows,
      resources.map(({ address }) => address),
    );
    const { requirements } = await target.outputs();
    const said = /** @type {Row[]} */ (requirements.value);
    assert.deepEqual(
      rows.map(row => [row.id, row.requirement, row.addresses]),
      said.map(row => [row.id, row.requirement, row.addresses]),
      'the document says what Terraform says',
    );
  });

  if (environment !== 'dev') {
    return;
  }
  await t.test('E10 every entry holds in a plan of its choices', async () => {
    for (const choices of OTHER_CHOICES) {
      const planned = await target.planned(choices);
      assertPresent(planned.outputs.requirements.value, planned.addresses);
    }
  });
}

/** @typedef {{ id: string, requirement: string, addresses: string[] }} Row */

/** @param {Row[]} rows @param {string[]} addresses with the keys of what is there several times */
function assertPresent(rows, addresses) {
  for (const { id, addresses: wanted } of rows) {
    for (const address of wanted) {
      assert.ok(
        addresses.some(
          found => found === address || found.startsWith(`${address}[`),
        ),
        `${id} names ${address}, which is not there`,
      );
    }
  }
}

/** @param {string} text @returns {Array<Row & { environments: string[] }>} */
function rowsOf(text) {
  return text
    .split('\n')
    .filter(line => /^\| [A-Z]+\d+ \|/.test(line))
    .map(line => {
      const [id, requirement, environments, , addresses] = line
        .split('|')
        .slice(1)
        .map(cell => cell.trim());
      return {
        id,
        requirement,
        environments: environments.split(', '),
        addresses: [...addresses.matchAll(/`([^`]+)`/g)].map(
          ([, address]) => address,
        ),
      };
    });
}
