import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Plan } from '../plan/Plan';
import { PlannedResource } from '../plan/PlannedResource';
import type { Statement } from '../plan/policyStatements';
import { RESOURCE_CHECKS, STATEMENT_CHECKS } from '../security/allChecks';
import { judge } from '../security/judge';
import {
  RESOURCE_COUNTEREXAMPLES,
  STATEMENT_COUNTEREXAMPLES,
  type Counterexample,
} from './counterexamples';

const MODULE = 'module.x';

const resource = (type: string, values: Counterexample['values'] = {}) =>
  new PlannedResource(
    `${MODULE}.${type}.a`,
    MODULE,
    type,
    'a',
    'modules/x',
    values,
    {},
  );

const statement = (changes: Partial<Statement>): Statement => ({
  address: `${MODULE}.data.aws_iam_policy_document.a`,
  folder: 'modules/x',
  type: 'data.aws_iam_policy_document',
  name: 'a',
  module: MODULE,
  allows: true,
  actions: [],
  resources: [],
  principals: [],
  conditions: [],
  ...changes,
});

function planOf(type: string, example: Counterexample): Plan {
  return {
    variables: example.variables ?? {},
    resources: [
      resource(type, example.values),
      ...(example.beside ?? []).map(other =>
        resource(other.type, other.values),
      ),
    ],
    statements: (example.statements ?? []).map(statement),
    sourceOf: () => example.source ?? '',
    isReferred: () => false,
  };
}

describe('each check can find something wrong', () => {
  for (const check of RESOURCE_CHECKS) {
    for (const type of check.types) {
      test(`${check.id} on ${type}: ${check.title}`, () => {
        const plan = planOf(type, RESOURCE_COUNTEREXAMPLES[check.id] ?? {});
        assert.equal(check.holds(plan.resources[0], plan), false);
      });
    }
  }
  for (const check of STATEMENT_CHECKS) {
    test(`${check.id}: ${check.title}`, () => {
      assert.equal(
        check.holdsFor(statement(STATEMENT_COUNTEREXAMPLES[check.id])),
        false,
      );
      assert.equal(
        check.holdsFor(
          statement({
            actions: ['logs:PutLogEvents'],
            resources: ['arn:aws:logs:*:*:log-group:x:*'],
          }),
        ),
        true,
      );
    });
  }
});

describe('the judgement', () => {
  const table = (source: string) =>
    judge(planOf('aws_dynamodb_table', { source })).find(
      ({ id }) => id === 'CKV_AWS_28',
    );

  test('names what fails', () => {
    assert.deepEqual(table(''), {
      id: 'CKV_AWS_28',
      title: 'A table can be restored to any second of its last days',
      address: 'module.x.aws_dynamodb_table.a',
      outcome: 'failed',
    });
  });

  test('takes a suppression with its reason, in either spelling', () => {
    for (const comment of [
      '#checkov:skip=CKV_AWS_28:It holds nothing of worth',
      '#trivy:ignore:AVD-AWS-0024 It holds nothing of worth',
    ]) {
      const found = table(comment);
      assert.equal(found?.outcome, 'suppressed');
      assert.equal(found?.reason, 'It holds nothing of worth');
    }
  });

  test('takes no suppression of another check', () => {
    assert.equal(table('#checkov:skip=CKV_AWS_119:no')?.outcome, 'failed');
  });
});
