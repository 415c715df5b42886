// @ts-check
import { existsSync, rmSync } from 'node:fs';
import { chown, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startChild } from '../process/children.mjs';
import { anyPort } from '../process/ports.mjs';
import { run } from '../process/run.mjs';
import { installDebianPackages } from './debianPackages.mjs';

const INSTALLED = '/usr/lib/postgresql';

/**
 * Starts a throw-away PostgreSQL on a free loopback port. It ends with this
 * process. Undefined where no PostgreSQL can be had.
 *
 * @returns {Promise<{ version: number, connectionString: string } | undefined>}
 */
export async function startPostgres() {
  const programs = await ensurePostgresPrograms();
  if (!programs) {
    return undefined;
  }
  const account = await unprivilegedAccount();
  const data = await mkdtemp(path.join(tmpdir(), 'mlinfra-postgres-'));
  if (account.uid !== undefined) {
    await chown(data, account.uid, account.gid);
  }
  const made = await runAs(account, path.join(programs.folder, 'initdb'), [
    '--pgdata',
    data,
    '--username',
    'postgres',
    '--auth',
    'trust',
    '--no-sync',
  ]);
  if (made.code !== 0) {
    throw new Error(`initdb could not make a database:\n${made.output}`);
  }
  const port = await anyPort();
  const server = startChild(
    path.join(programs.folder, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'fsync=off',
      '-c',
      'max_connections=300',
    ],
    { ...account, cwd: data, stdio: 'ignore' },
  );
  server.on('exit', () => rmSync(data, { recursive: true, force: true }));
  await waitUntilReady(programs.folder, port);
  return {
    version: programs.version,
    connectionString: `postgresql://postgres@127.0.0.1:${port}/postgres`,
  };
}

/** Where PostgreSQL's programs lie, and its major version. Undefined where none can be had. */
export async function ensurePostgresPrograms() {
  return (
    (await findPrograms()) ??
    ((await installDebianPackages(['postgresql'])) ? findPrograms() : undefined)
  );
}

async function findPrograms() {
  const folders = existsSync(INSTALLED)
    ? (await readdir(INSTALLED)).map(version =>
        path.join(INSTALLED, version, 'bin'),
      )
    : [];
  for (const folder of [...folders, ...(process.env.PATH ?? '').split(':')]) {
    if (
      ['initdb', 'postgres', 'pg_isready'].every(program =>
        existsSync(path.join(folder, program)),
      )
    ) {
      const { output } = await run(path.join(folder, 'postgres'), [
        '--version',
      ]);
      return { folder, version: Number(/(\d+)/.exec(output)?.[1]) };
    }
  }
  return undefined;
}

/** PostgreSQL refuses to run as root: `postgres` or `nobody` run it then. */
async function unprivilegedAccount() {
  if (process.getuid?.() !== 0) {
    return {};
  }
  for (const name of ['postgres', 'nobody']) {
    const uid = Number((await run('id', ['-u', name])).output);
    const gid = Number((await run('id', ['-g', name])).output);
    if (uid > 0 && gid > 0) {
      return { uid, gid };
    }
  }
  throw new Error('No account other than root was found to run PostgreSQL as');
}

/**
 * @param {{ uid?: number, gid?: number }} account
 * @param {string} command
 * @param {string[]} args
 */
function runAs(account, command, args) {
  return run(command, args, { ...account, cwd: tmpdir() });
}

/** @param {string} folder @param {number} port */
async function waitUntilReady(folder, port) {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    const { code } = await run(path.join(folder, 'pg_isready'), [
      '-h',
      '127.0.0.1',
      '-p',
      String(port),
    ]);
    if (code === 0) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  throw new Error(`PostgreSQL did not answer on port ${port} within 30 s`);
}
