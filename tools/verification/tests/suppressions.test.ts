import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { TerraformSources } from '../plan/TerraformSources';
import { resourceBlocks } from '../plan/resourceBlocks';
import { RESOURCE_CHECKS, STATEMENT_CHECKS } from '../security/allChecks';
import {
  CATALOGUE,
  IN_SOURCE_TESTS,
  IN_TERRAFORM_TESTS,
  NOT_APPLICABLE,
} from '../security/catalogue';
import { suppressionsIn } from '../security/suppressions';
import { TERRAFORM_FOLDER } from '../templatesFolder';
import { readFileSync } from 'node:fs';

const sources = new TerraformSources(TERRAFORM_FOLDER);
const foldersBelow = (area: string) =>
  readdirSync(path.join(TERRAFORM_FOLDER, area)).map(name => `${area}/${name}`);
const folders = [
  ...foldersBelow('modules'),
  ...foldersBelow('stacks'),
  'bootstrap',
];
const asserted = [...RESOURCE_CHECKS, ...STATEMENT_CHECKS].flatMap(
  ({ id, also = [] }) => [id, ...also],
);

describe('suppressions', () => {
  const all = folders.flatMap(folder =>
    [...sources.blocksOf(folder)].flatMap(([block, source]) =>
      suppressionsIn(source).map(suppression => ({
        ...suppression,
        place: `${folder} ${block}`,
      })),
    ),
  );

  test('are found where they stand', () => {
    assert.ok(all.length > 80, `${all.length} found`);
  });

  test('each has a reason', () => {
    assert.deepEqual(
      all.filter(({ reason }) => reason.length < 10),
      [],
    );
  });

  test('each is of a check that is asserted where it is not suppressed', () => {
    assert.deepEqual(
      all.filter(({ id }) => !asserted.includes(id)),
      [],
    );
  });

  test('none is missed, since each stands in a block or right above it', () => {
    const written = folders.flatMap(folder =>
      sources
        .filesOf(folder)
        .flatMap(text => [...text.matchAll(/checkov:skip=|trivy:ignore:/g)]),
    );
    assert.equal(all.length, written.length);
  });

  test('are read in both spellings, with comments above a block', () => {
    const blocks = resourceBlocks([
      [
        '#trivy:ignore:AVD-AWS-0104 Only port 443',
        'resource "aws_x" "a" {',
        '  #checkov:skip=CKV_AWS_1:Because of this',
        '}',
        '',
        '# Not of the next one.',
        '',
        'data "aws_y" "b" {}',
      ].join('\n'),
    ]);
    assert.deepEqual(suppressionsIn(blocks.get('aws_x.a')!), [
      { id: 'CKV_AWS_1', reason: 'Because of this' },
      { id: 'AWS-0104', reason: 'Only port 443' },
    ]);
    assert.deepEqual(suppressionsIn(blocks.get('data.aws_y.b')!), []);
  });
});

describe('the catalogue of checks', () => {
  const known = Object.values(CATALOGUE).flat();

  test('has each id asserted, or says why it does not apply', () => {
    const open = known.filter(
      id =>
        !asserted.includes(id) &&
        !(id in NOT_APPLICABLE) &&
        !(id in IN_TERRAFORM_TESTS) &&
        !IN_SOURCE_TESTS.includes(id),
    );
    assert.deepEqual(open, []);
  });

  test('has nothing in two places', () => {
    const places = [
      ...asserted,
      ...Object.keys(NOT_APPLICABLE),
      ...Object.keys(IN_TERRAFORM_TESTS),
      ...IN_SOURCE_TESTS,
    ];
    assert.deepEqual(
      places.filter((id, index) => places.indexOf(id) !== index),
      [],
    );
  });

  test('knows every id that is used', () => {
    const used = [
      ...asserted,
      ...Object.keys(NOT_APPLICABLE),
      ...Object.keys(IN_TERRAFORM_TESTS),
    ];
    assert.deepEqual(
      used.filter(id => !known.includes(id)),
      [],
    );
  });

  for (const [id, folder] of Object.entries(IN_TERRAFORM_TESTS)) {
    test(`${id} is named by an assertion in ${folder}`, () => {
      const absolute = path.join(TERRAFORM_FOLDER, folder);
      const text = readdirSync(absolute)
        .map(file => readFileSync(path.join(absolute, file), 'utf8'))
        .join('\n');
      assert.match(text, new RegExp(`error_message = ".*${id}`));
    });
  }

  test('CKV_AWS_41 no provider has a key pair written into it', () => {
    for (const folder of folders) {
      for (const text of sources.filesOf(folder)) {
        assert.doesNotMatch(text, /^\s*(access_key|secret_key|token)\s*=/m);
      }
    }
  });
});
