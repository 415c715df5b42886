import assert from 'node:assert/strict';
import { test } from 'node:test';
import { combinationsOf } from '../combinations/combinationsOf';
import { SUBJECTS } from '../combinations/subjects';
import { readSwitchList } from '../combinations/SwitchList';
import { documentOfResults, readDocument } from '../results/documentFile';
import { readResults } from '../results/resultsFile';
import { TEMPLATES_FOLDER } from '../templatesFolder';

for (const { id } of SUBJECTS) {
  test(`the record of ${id} has the combinations that its switches make`, async () => {
    const [record, list] = await Promise.all([
      readResults(id),
      readSwitchList(TEMPLATES_FOLDER, id),
    ]);
    assert.deepEqual(
      record?.combinations,
      combinationsOf(list),
      `run: npm run verify:update -- ${id}`,
    );
  });
}

test('docs/verification.md says what the records say', async () => {
  assert.equal(
    await readDocument(),
    await documentOfResults(),
    'run: npm run verify:update',
  );
});
