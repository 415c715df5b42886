import { createMockDirectory } from '@backstage/backend-test-utils';
import { promises as fs } from 'node:fs';
import { readFolder } from './readFolder';

describe('readFolder', () => {
  const folder = createMockDirectory();

  it('reads files with their mode and leaves out what work leaves behind', async () => {
    folder.setContent({
      'main.tf': 'x',
      'scripts/run.sh': '#!/bin/sh',
      '.gitignore': 'y',
      '.terraform/providers/big': 'z',
      '__pycache__/a.pyc': 'z',
      '.pytest_cache/v': 'z',
      'terraform.tfstate': 'z',
      'terraform.tfstate.backup': 'z',
      'zz_override.tf': 'z',
      'code.pyc': 'z',
    });
    await fs.chmod(folder.resolve('scripts/run.sh'), 0o755);
    await fs.symlink('/etc/passwd', folder.resolve('link'));

    const files = await readFolder(folder.path);

    expect(files.map(file => [file.path, file.executable])).toEqual([
      ['.gitignore', false],
      ['main.tf', false],
      ['scripts/run.sh', true],
    ]);
  });

  it('is empty where there is no folder', async () => {
    await expect(readFolder(folder.resolve('none'))).resolves.toEqual([]);
  });
});
