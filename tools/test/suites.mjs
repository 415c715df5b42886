// @ts-check
import path from 'node:path';
import { typescriptTransform, yarnRelease } from '../bootstrap/paths.mjs';
import { ensureChromium } from '../bootstrap/setup/chromium.mjs';
import {
  ensurePostgresPrograms,
  startPostgres,
} from '../bootstrap/setup/postgres.mjs';
import {
  EMULATOR_PYTHON,
  ensurePython,
  TEST_PYTHON,
} from '../bootstrap/setup/python.mjs';
import { ensureXgboost } from '../bootstrap/setup/xgboost.mjs';
import { holdProvider } from '../terraform/heldProvider.mjs';
import {
  terraformEnvironment,
  terraformVersion,
} from '../terraform/terraformCli.mjs';

/**
 * @typedef {object} Step
 * @property {string} command
 * @property {string[]} args
 * @property {string} [cwd] relative to the top folder
 * @property {NodeJS.ProcessEnv} [env] added to the environment
 *
 * @typedef {'jest' | 'pytest' | 'node' | 'terraform' | 'playwright'} Runner
 *
 * @typedef {object} Suite
 * @property {string} name as `npm test -- <name>` takes it
 * @property {string} title
 * @property {number} processors that it keeps busy, on average; it runs beside
 *   others where two are enough for all of them
 * @property {Runner} runner whose output it prints
 * @property {() => Promise<Step[] | { missing: string }>} prepare steps to run
 *   one after the other, or what the machine lacks
 */

const MISSING_PYTHON = { missing: 'Python 3.11 or newer with venv and pip' };

/** @param {string[]} folders @returns {() => Promise<Step[] | { missing: string }>} */
function pytestIn(...folders) {
  return async () => {
    const python = await ensurePython(TEST_PYTHON);
    return python
      ? folders.map(cwd => ({
          command: python,
          args: ['-m', 'pytest', '-q'],
          cwd,
        }))
      : MISSING_PYTHON;
  };
}

/** @param {(environment: NodeJS.ProcessEnv) => Step[] | Promise<Step[]>} steps */
function withTerraform(steps) {
  return async () =>
    (await terraformVersion())
      ? steps(await terraformEnvironment())
      : { missing: 'Terraform 1.11 or newer' };
}

/** In the order in which they begin: first what takes longest, then what fails soonest. @type {Suite[]} */
export const suites = [
  {
    name: 'lifecycle',
    title: 'A generated repository against the emulated AWS',
    // Mostly it waits for AWS to say that something is there.
    processors: 0.5,
    runner: 'node',
    prepare: async () =>
      (await ensurePython(EMULATOR_PYTHON))
        ? withTerraform(lifecycleSteps)()
        : MISSING_PYTHON,
  },
  {
    name: 'tools',
    title: 'Commands of this repository',
    processors: 0.75,
    runner: 'node',
    prepare: async () => [
      {
        command: process.execPath,
        args: ['--test', '--test-reporter=tap', 'tools/**/*.test.mjs'],
      },
    ],
  },
  {
    name: 'scripts',
    title: 'Scripts and workflows of a generated repository',
    processors: 0.75,
    runner: 'pytest',
    prepare: pytestIn('tools/repository-scripts'),
  },
  {
    name: 'services',
    title: 'Starter services',
    processors: 0.75,
    runner: 'pytest',
    prepare: prepareServiceTests,
  },
  {
    name: 'emulator',
    title: 'Emulated AWS',
    processors: 0.75,
    runner: 'pytest',
    prepare: pytestIn('tools/emulator'),
  },
  {
    name: 'terraform',
    title: 'Terraform modules and stacks (mocked provider)',
    processors: 0.75,
    runner: 'terraform',
    prepare: withTerraform(terraformTestSteps),
  },
  {
    name: 'matrix',
    title: 'Every pair of choices of every stack, planned and checked',
    processors: 1.5,
    runner: 'node',
    prepare: withTerraform(matrixSteps),
  },
  {
    name: 'unit',
    title: 'Plugins, templates and portal',
    processors: Infinity,
    runner: 'jest',
    prepare: prepareUnitTests,
  },
  {
    name: 'browser',
    title: 'The golden path in Chromium',
    processors: Infinity,
    runner: 'playwright',
    prepare: async () => {
      const chromium = await ensureChromium();
      if (!chromium) {
        return { missing: 'Chromium' };
      }
      if (!(await terraformVersion())) {
        return { missing: 'Terraform 1.11 or newer' };
      }
      return [
        {
          command: process.execPath,
          args: [yarnRelease, 'playwright', 'test'],
          env: { MLINFRA_CHROMIUM: chromium },
        },
      ];
    },
  },
];

/** @param {NodeJS.ProcessEnv} env @returns {Step[]} */
function matrixSteps(env) {
  return [
    {
      command: process.execPath,
      args: [
        '--require',
        typescriptTransform,
        '--test',
        '--test-reporter=tap',
        // One file after the other: the plans alone fill two processors.
        '--test-concurrency=1',
        'tools/verification/**/*.test.ts',
      ],
      env,
    },
  ];
}

/** @returns {Step[]} */
function lifecycleSteps() {
  return [
    {
      command: process.execPath,
      args: [
        '--test',
        '--test-reporter=tap',
        // Mostly they wait for the provider.
        '--test-concurrency=2',
        'e2e-tests/lifecycle/*.test.mjs',
      ],
    },
  ];
}

async function prepareServiceTests() {
  if (!(await ensurePostgresPrograms())) {
    return { missing: 'PostgreSQL' };
  }
  const xgboost = await ensureXgboost();
  const steps = await pytestIn(
    'templates/services/inference-api',
    'templates/services/compression-pipeline',
    'templates/services/churn',
    'templates/services/predictor',
    'templates/services/platform-baseline',
  )();
  // More threads than the machine has to spare make small sums many times slower.
  const env = { OPENBLAS_NUM_THREADS: '1', XGBOOST_PYTHON: xgboost };
  return Array.isArray(steps) ? steps.map(step => ({ ...step, env })) : steps;
}

/** @param {NodeJS.ProcessEnv} env @returns {Promise<Step[]>} */
async function terraformTestSteps(env) {
  // A mocked provider is asked for its schemas only, so all can share one.
  const { environment } = await holdProvider();
  return [
    {
      command: 'templates/terraform/tests/run.sh',
      args: [],
      env: { ...env, ...environment },
    },
  ];
}

/** @returns {Promise<Step[] | { missing: string }>} */
async function prepareUnitTests() {
  const python = await ensurePython(EMULATOR_PYTHON);
  if (!python) {
    return MISSING_PYTHON;
  }
  if (!(await terraformVersion())) {
    return { missing: 'Terraform 1.11 or newer' };
  }
  const postgres = await startPostgres();
  if (!postgres) {
    return { missing: 'PostgreSQL' };
  }
  return [
    {
      command: process.execPath,
      args: [yarnRelease, 'backstage-cli', 'repo', 'test', '--all', '--ci'],
      env: {
        ...(await terraformEnvironment()),
        // Tests start the emulated AWS as `python3`.
        PATH: pathWith(python),
        BACKSTAGE_TEST_DISABLE_DOCKER: '1',
        [`BACKSTAGE_TEST_DATABASE_POSTGRES${postgres.version}_CONNECTION_STRING`]:
          postgres.connectionString,
      },
    },
  ];
}

/**
 * PATH on which `python3` is the given Python.
 *
 * @param {string} python name on the PATH, or a file of a virtual environment
 */
function pathWith(python) {
  return path.isAbsolute(python)
    ? [path.dirname(python), process.env.PATH].join(path.delimiter)
    : process.env.PATH;
}
