import { createMockDirectory } from '@backstage/backend-test-utils';
import { promises as fs } from 'node:fs';
import { listFiles } from '../__testUtils__/listFiles';
import { textFile } from './RepositoryFile';
import { writeFiles } from './writeFiles';

describe('writeFiles', () => {
  const folder = createMockDirectory();
  beforeEach(() => folder.clear());

  it('writes files with their mode', async () => {
    await writeFiles(folder.path, [
      { ...textFile('scripts/deploy.sh', 'x'), executable: true },
      textFile('README.md', 'y'),
    ]);
    const mode = async (file: string) =>
      // eslint-disable-next-line no-bitwise -- a file mode is a set of bits
      ((await fs.stat(folder.resolve(file))).mode & 0o777).toString(8);
    expect(await mode('scripts/deploy.sh')).toBe('755');
    expect(await mode('README.md')).toBe('644');
  });

  it('leaves the folder as it was when a file cannot be written', async () => {
    folder.setContent({ 'there/old.txt': 'old', taken: 'old' });
    const before = await listFiles(folder.path);

    await expect(
      writeFiles(folder.path, [
        textFile('new/deep/one.txt', '1'),
        textFile('there/two.txt', '2'),
        textFile('taken', '3'),
      ]),
    ).rejects.toThrow(
      'taken is already in the workspace; render into an empty folder',
    );

    expect(await listFiles(folder.path)).toEqual(before);
    expect(await fs.readFile(folder.resolve('taken'), 'utf8')).toBe('old');
  });

  it('writes nothing when one path leads out of the folder', async () => {
    await expect(
      writeFiles(folder.path, [
        textFile('one.txt', '1'),
        textFile('../two.txt', '2'),
      ]),
    ).rejects.toThrow(/Relative path is not allowed/);
    expect(await listFiles(folder.path)).toEqual([]);
  });
});
