import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const DIRECTORY = resolve(__dirname, '../../../../tools/emulator');
const READY_WITHIN_MS = 60_000;

/** Why the emulator cannot run on this machine; undefined when it can. */
export function emulatorMissing(): string | undefined {
  const result = spawnSync('python3', ['-c', 'import moto.server'], {
    encoding: 'utf8',
  });
  if (result.error) {
    return `python3 cannot be run: ${result.error.message}`;
  }
  return result.status === 0
    ? undefined
    : 'python3 has no moto; run python3 -m pip install -r tools/emulator/requirements.txt';
}

/** The project's AWS emulator on a free port. */
export async function startEmulator(): Promise<{
  endpoint: string;
  stop(): Promise<void>;
}> {
  const child = spawn(
    'python3',
    ['-m', 'mlinfra_emulator', '--port', '0', '--watch-stdin'],
    { cwd: DIRECTORY, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const exited = new Promise<void>(done => child.once('exit', () => done()));
  return {
    endpoint: await readyEndpoint(child),
    async stop() {
      child.kill();
      await exited;
    },
  };
}

function readyEndpoint(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let output = '';
    let log = '';
    const timer = setTimeout(() => {
      child.kill();
      fail(new Error(`The emulator is not ready in time: ${log}`));
    }, READY_WITHIN_MS);
    child.stderr?.on('data', chunk => {
      log += chunk;
    });
    child.once('exit', code => {
      clearTimeout(timer);
      fail(new Error(`The emulator ended with ${code}: ${log}`));
    });
    child.stdout?.on('data', chunk => {
      output += chunk;
      const line = output.split('\n').find(each => each.includes('"ready"'));
      if (line) {
        clearTimeout(timer);
        done(JSON.parse(line).endpoint);
      }
    });
  });
}
