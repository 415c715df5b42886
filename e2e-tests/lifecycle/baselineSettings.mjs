// @ts-check
import assert from 'node:assert/strict';
import path from 'node:path';
import { run } from '../../tools/bootstrap/process/run.mjs';
import { resourcesByType } from './resourcesByType.mjs';

/** Set by the Dockerfile, not by the stack. */
const OF_THE_IMAGE = {
  DATABASE_CERTIFICATES: '/service/rds-certificates.pem',
};
const READ = `import json, sys
from app.settings import read_settings
settings = read_settings(json.loads(sys.argv[1]))
print(json.dumps([settings.model_bucket, getattr(settings.database, "host", settings.database)]))
`;

/**
 * E1: the program takes what the stack tells it, and finds its bucket and its
 * database in it.
 *
 * @param {import('node:test').TestContext} t
 * @param {object} applied
 * @param {import('../../tools/terraform/emulatedRepository.mjs').StateResource[]} applied.resources
 * @param {Record<string, { value: any }>} applied.outputs
 * @param {string} applied.repository
 * @param {boolean} applied.prod tasks in prod, a function in dev
 */
export async function checkBaselineSettings(t, applied) {
  const { resources, outputs, repository, prod } = applied;
  const { one } = resourcesByType(resources);

  await t.test('E1 E3 the program starts with what it is told', async () => {
    const told = prod
      ? Object.fromEntries(
          JSON.parse(
            one('aws_ecs_task_definition').container_definitions,
          )[0].environment.map(
            (/** @type {{ name: string, value: string }} */ entry) => [
              entry.name,
              entry.value,
            ],
          ),
        )
      : one('aws_lambda_function').environment[0].variables;
    const variables = JSON.stringify({ ...OF_THE_IMAGE, ...told });
    const { code, output } = await run(
      'python3',
      ['-B', '-c', READ, variables],
      { cwd: path.join(repository, 'services/platform-baseline') },
    );
    assert.equal(code, 0, output);
    assert.deepEqual(JSON.parse(output), [
      outputs.model_bucket_name.value,
      prod
        ? outputs.database_connection.value.host
        : outputs.database_name.value,
    ]);
  });
}
