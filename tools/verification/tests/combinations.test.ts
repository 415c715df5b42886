import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { combinationsOf, holds } from '../combinations/combinationsOf';
import type { Combination } from '../combinations/factors';
import { isPossible, possiblePairs } from '../combinations/pairs';
import { renderCombination } from '../combinations/renderCombination';
import { SUBJECTS } from '../combinations/subjects';
import { readSwitchList, type SwitchList } from '../combinations/SwitchList';
import {
  switchableInputs,
  variedValues,
} from '../combinations/switchableInputs';
import { TEMPLATES_FOLDER } from '../templatesFolder';

const listOf = (
  switches: SwitchList['switches'],
  refused: SwitchList['refused'] = [],
): SwitchList => ({ always: {}, switches, refused, notVaried: {} });

/** Every full combination, refused ones left out. */
function everyCombination(list: SwitchList): Combination[] {
  const factors = Object.entries({
    environment: ['dev', 'prod'],
    ...Object.fromEntries(
      Object.entries(list.switches).map(([name, choices]) => [
        name,
        (choices as unknown[]).map(String),
      ]),
    ),
  });
  return factors
    .reduce<Combination[]>(
      (rows, [name, labels]) =>
        rows.flatMap(row => labels.map(label => ({ ...row, [name]: label }))),
      [{}],
    )
    .filter(
      row =>
        !list.refused.some(({ when }) =>
          Object.entries(when).every(([name, label]) => row[name] === label),
        ),
    );
}

describe('combinations', () => {
  const because = 'two of them make the third impossible';
  const lists = {
    'two switches': listOf({ a: [1, 2], b: [1, 2] }),
    'many switches': listOf({
      a: [1, 2, 3],
      b: [1, 2, 3],
      c: [1, 2],
      d: [1, 2],
      e: [1, 2, 3, 4],
      f: [true, false],
    }),
    'rules that leave a pair without a third': listOf(
      { a: [1, 2], b: [1, 2], c: [1, 2], d: [1, 2, 3] },
      [
        { when: { a: '1', b: '1', c: '1' }, because },
        { when: { a: '1', b: '1', c: '2' }, because },
        { when: { environment: 'prod', d: '3' }, because },
      ],
    ),
  };

  for (const [name, list] of Object.entries(lists)) {
    test(`hold every possible pair and nothing refused: ${name}`, () => {
      const all = everyCombination(list);
      const pairs = possiblePairs(list);
      const rows = combinationsOf(list);
      // What is possible, counted by trying everything.
      const reached = new Set(
        all.flatMap(row =>
          Object.entries(row).flatMap((first, index, entries) =>
            entries
              .slice(index + 1)
              .map(second => JSON.stringify([first, second])),
          ),
        ),
      );
      assert.deepEqual(
        new Set(pairs.map(pair => JSON.stringify(pair))),
        reached,
      );
      assert.deepEqual(
        pairs.filter(pair => !rows.some(row => holds(row, pair))),
        [],
      );
      assert.deepEqual(
        rows.filter(row => !isPossible(list, row)),
        [],
      );
      assert.ok(rows.length <= all.length);
    });
  }

  test('are far fewer than all, and the same each time', () => {
    const list = lists['many switches'];
    assert.ok(combinationsOf(list).length <= 16, 'of 288');
    assert.deepEqual(combinationsOf(list), combinationsOf(list));
  });
});

for (const subject of SUBJECTS) {
  describe(`switches of ${subject.id}`, () => {
    test('hold every pair of choices that is possible', async () => {
      const list = await readSwitchList(TEMPLATES_FOLDER, subject.id);
      const rows = combinationsOf(list);
      assert.deepEqual(
        possiblePairs(list).filter(pair => !rows.some(row => holds(row, pair))),
        [],
      );
    });

    test('are every input that is switched, with every value', async () => {
      const list = await readSwitchList(TEMPLATES_FOLDER, subject.id);
      const missing = switchableInputs(subject)
        .filter(({ path }) => !(path in list.notVaried))
        .flatMap(({ path, values }) => {
          const varied = variedValues(list, path);
          const left = values.filter(value => !varied.includes(value));
          return left.length > 0 ? [{ path, left }] : [];
        });
      assert.deepEqual(
        missing,
        [],
        `add them to templates/verification/switches/${subject.id}.json, or say there under notVaried why not`,
      );
    });

    test('leave out no input that does not exist', async () => {
      const { notVaried } = await readSwitchList(TEMPLATES_FOLDER, subject.id);
      const known = switchableInputs(subject).map(({ path }) => path);
      assert.deepEqual(
        Object.keys(notVaried).filter(path => !known.includes(path)),
        [],
      );
    });

    test('refuse together only what the definition refuses', async () => {
      const list = await readSwitchList(TEMPLATES_FOLDER, subject.id);
      for (const rule of list.refused) {
        // Another choice may make the same thing harmless, so the rest is what some combination has.
        const rest = combinationsOf({ ...list, refused: [] });
        for (const row of rest.slice(0, 3)) {
          await assert.rejects(
            renderCombination(subject, list, { ...row, ...rule.when }),
            /The repository was not written/,
            `${subject.id} takes ${JSON.stringify(rule.when)}`,
          );
        }
      }
    });
  });
}
