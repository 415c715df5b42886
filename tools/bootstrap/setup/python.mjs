// @ts-check
import path from 'node:path';
import { run } from '../process/run.mjs';
import { cacheDirectory, root } from '../paths.mjs';
import { say } from '../progress.mjs';
import { installDebianPackages } from './debianPackages.mjs';

/**
 * @typedef {object} PythonNeed
 * @property {string} probe Python code that succeeds where all is there
 * @property {string[]} requirements requirement files, relative to the top folder
 */

const environment = path.join(cacheDirectory, 'python');
const own = path.join(environment, 'bin/python3');

/** Where the programs of the virtual environment lie, once it is made. */
export const pythonPrograms = path.dirname(own);

/** What the emulated AWS runs on, and the steps of pipelines that it runs. @type {PythonNeed} */
export const EMULATOR_PYTHON = {
  probe:
    'import sys, moto, flask, flask_cors, antlr4, numpy, jsonschema, importlib.metadata as m; sys.exit(m.version("moto") != "5.2.1")',
  requirements: ['tools/emulator/requirements.txt'],
};

// By their version, since importing them takes seconds.
const SERVICE_PACKAGES = [
  'fastapi',
  'httpx2',
  'pandas',
  'pg8000',
  'python-multipart',
  'requests',
  'streamlit',
  'uvicorn',
];

/** What the Python tests need besides. @type {PythonNeed} */
export const TEST_PYTHON = {
  probe: [
    'import importlib.metadata as m, pytest, soundfile, boto3, yaml, openapi_spec_validator',
    `[m.version(name) for name in ${JSON.stringify(SERVICE_PACKAGES)}]`,
    EMULATOR_PYTHON.probe,
  ].join('; '),
  requirements: [
    'tools/emulator/requirements.txt',
    'templates/services/inference-api/requirements-dev.txt',
    'templates/services/churn/requirements-dev.txt',
    'templates/services/predictor/requirements-dev.txt',
    'templates/services/platform-baseline/requirements-dev.txt',
  ],
};

/** @type {Promise<unknown>} */
let before = Promise.resolve();

/**
 * A Python that has what is needed: the machine's own, else a virtual
 * environment in the cache folder. Undefined where none can be had.
 *
 * @param {PythonNeed} need
 * @returns {Promise<string | undefined>}
 */
export function ensurePython(need) {
  // Suites ask at the same time, and pip does not share its environment.
  const found = before.then(() => findPython(need));
  before = found.catch(() => undefined);
  return found;
}

/** @param {PythonNeed} need */
async function findPython(need) {
  for (const python of [own, 'python3']) {
    if ((await run(python, ['-c', need.probe])).code === 0) {
      return python;
    }
  }
  if (!(await ensureEnvironment())) {
    return undefined;
  }
  say(`Installing Python packages of ${need.requirements.join(' and ')}`);
  const install = (/** @type {string[]} */ options) =>
    run(own, [
      '-m',
      'pip',
      'install',
      '--quiet',
      ...options,
      ...need.requirements.flatMap(file => ['-r', path.join(root, file)]),
    ]);
  // Where an index cannot be reached and another has everything, each package would wait for all retries of the first.
  const first = await install(['--retries', '0']);
  const { code, output } = first.code === 0 ? first : await install([]);
  if (code !== 0) {
    say(`pip could not install them: ${output.trim().split('\n').pop()}`);
    return undefined;
  }
  return (await run(own, ['-c', need.probe])).code === 0 ? own : undefined;
}

/**
 * Installs a package into the virtual environment, unless it is there. Returns
 * whether it is there now.
 *
 * @param {string} name as pip knows it
 */
export async function ensurePythonPackage(name) {
  const isThere = async () =>
    (
      await run(own, [
        '-c',
        `import importlib.metadata as m; m.version(${JSON.stringify(name)})`,
      ])
    ).code === 0;
  if (await isThere()) {
    return true;
  }
  return (
    (await ensureEnvironment()) &&
    (await run(own, ['-m', 'pip', 'install', '--quiet', name])).code === 0 &&
    isThere()
  );
}

const BASE = ['-c', 'import sys; print(sys.base_prefix)'];

async function ensureEnvironment() {
  // An environment whose making was interrupted has a Python, but no pip; one
  // of another Python does not see what this one has installed.
  const [pip, ...bases] = await Promise.all([
    run(own, ['-m', 'pip', '--version']),
    run(own, BASE),
    run('python3', BASE),
  ]);
  if (pip.code === 0 && bases[0].output === bases[1].output) {
    return true;
  }
  const create = () =>
    run('python3', [
      '-m',
      'venv',
      '--clear',
      '--system-site-packages',
      environment,
    ]);
  if ((await create()).code === 0) {
    return true;
  }
  return (
    (await installDebianPackages(['python3', 'python3-venv'])) &&
    (await create()).code === 0
  );
}
