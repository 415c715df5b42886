import { execFile } from 'node:child_process';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { listFiles } from './__testUtils__/listFiles';
import { TEMPLATES_FOLDER } from './__testUtils__/templatesFolder';

const ROOT = path.dirname(TEMPLATES_FOLDER);
const VALUES = {
  owner: 'group:default/audio',
  name: 'bird-calls',
  dev: { accountId: '123456789012', region: 'eu-central-1' },
};

interface Ended {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs the command as `npm run dry-run` does, from a folder of the caller's. */
function dryRun(invokedFrom: string, ...args: string[]): Promise<Ended> {
  return new Promise(resolve => {
    execFile(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
        path.join(ROOT, 'tools/dry-run/main.ts'),
        ...args,
      ],
      {
        cwd: ROOT,
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          INIT_CWD: invokedFrom,
        },
      },
      (error, stdout, stderr) =>
        resolve({
          exitCode: error ? Number(error.code) : 0,
          stdout,
          stderr,
        }),
    );
  });
}

describe('npm run dry-run', () => {
  const folder = createMockDirectory();

  beforeEach(() => {
    folder.setContent({
      'values.json': JSON.stringify(VALUES),
      'wrong.yaml': 'owner: group:default/audio\nname: "a\\"b"\n',
      'full/file.txt': 'mine',
    });
  });

  it('writes the repository with modes, and says what it did in what time', async () => {
    const { exitCode, stdout, stderr } = await dryRun(
      folder.path,
      ...['inference-api', '--values', 'values.json', '--out', 'out'],
      ...['--verify', 'skip'],
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(
      /Write the repository \[mlinfra:repository:render\] \d+\.\d\d s/,
    );
    expect(stdout).toMatch(/template ran in \d+\.\d\d s/);
    const { mode } = await fs.stat(folder.resolve('out/scripts/deploy.sh'));
    expect(mode.toString(8)).toMatch(/755$/);
    expect(await listFiles(folder.resolve('out'))).toContain('mlinfra.json');
  }, 60_000);

  it('ends with the reason and writes nothing when values are refused', async () => {
    const { exitCode, stderr } = await dryRun(
      folder.path,
      ...['ml-inference-api', '--values', 'wrong.yaml', '--out', 'out'],
    );
    expect(exitCode).toBe(1);
    expect(stderr).toContain('Nothing was written. name: does not match');
    expect(await fs.readdir(folder.path)).not.toContain('out');
  }, 60_000);

  it('does not touch a folder that holds something', async () => {
    const { exitCode, stderr } = await dryRun(
      folder.path,
      ...['inference-api', '--values', 'values.json', '--out', 'full'],
    );
    expect(exitCode).toBe(1);
    expect(stderr).toContain('is not empty');
    expect(await fs.readdir(folder.resolve('full'))).toEqual(['file.txt']);
  }, 60_000);

  it('says how it is called', async () => {
    const { exitCode, stderr } = await dryRun(folder.path, '--bogus');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('Usage: npm run dry-run -- <template>');
  }, 60_000);
});
