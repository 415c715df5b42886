// @ts-check
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../bootstrap/process/run.mjs';
import { terraformEnvironment } from './terraformCli.mjs';

/**
 * Lies beside a root in the copy, never in the repository. Few retries: an
 * operation that the emulator lacks fails soon, a connection that broke does not.
 */
const OVERRIDE = `provider "aws" {
  max_retries       = 3
  s3_use_path_style = true
}
`;

const NOT_COPIED = /(^|\/)(\.terraform|\.venv|__pycache__|node_modules)(\/|$)/;

/**
 * @typedef {object} EmulatedRepositoryOptions
 * @property {string} repository folder of a generated repository
 * @property {string} stack for example `inference-api`
 * @property {string} environment for example `dev`
 * @property {string} workDirectory where the copy lives
 * @property {NodeJS.ProcessEnv} aws endpoint and key pair
 * @property {'capture' | 'tee'} [output]
 */

/**
 * @typedef {object} StateResource
 * @property {string} address
 * @property {Record<string, any>} values as `terraform show -json` gives them
 *
 * @typedef {object} StateModule
 * @property {StateResource[]} [resources]
 * @property {StateModule[]} [child_modules]
 */

/** @param {StateModule} module @returns {StateResource[]} */
function resourcesOf(module) {
  return [
    ...(module.resources ?? []),
    ...(module.child_modules ?? []).flatMap(resourcesOf),
  ];
}

/**
 * A generated repository's stack, run against the emulated AWS: in a copy, with
 * one file beside the root, so that nothing in the repository is changed for it.
 */
export class EmulatedRepository {
  /** @param {EmulatedRepositoryOptions} options */
  static async create(options) {
    const copy = path.join(options.workDirectory, options.environment);
    await mkdir(copy, { recursive: true });
    await rm(path.join(copy, 'terraform/modules'), {
      recursive: true,
      force: true,
    });
    // A root may read files of its service, such as the contract of a pipeline.
    for (const folder of ['terraform', `services/${options.stack}`]) {
      const source = path.join(options.repository, folder);
      // What all stacks share has no service.
      if (!existsSync(source)) {
        continue;
      }
      await cp(source, path.join(copy, folder), {
        recursive: true,
        filter: file => !NOT_COPIED.test(path.relative(source, file)),
      });
    }
    const terraform = path.join(copy, 'terraform');
    for (const folder of ['bootstrap', `stacks/${options.stack}`]) {
      await writeFile(path.join(terraform, folder, 'zz_override.tf'), OVERRIDE);
    }
    return new EmulatedRepository(options, terraform);
  }

  /**
   * @private
   * @param {EmulatedRepositoryOptions} options
   * @param {string} terraform
   */
  constructor(options, terraform) {
    this.options = options;
    /** @type {import('./heldProvider.mjs').HeldProvider | undefined} */
    this.provider = undefined;
    this.terraform = terraform;
    this.stackRoot = path.join(terraform, 'stacks', options.stack);
    this.variables = path.join(
      terraform,
      'environments',
      options.environment,
      `${options.stack}.tfvars.json`,
    );
  }

  /**
   * Runs every command with a provider that is kept between them.
   *
   * @param {import('./heldProvider.mjs').HeldProvider} provider
   */
  attach(provider) {
    this.provider = provider;
  }

  /** Makes the state bucket and initialises the stack's root. */
  async initialise() {
    const environment = `../environments/${this.options.environment}`;
    const bootstrap = path.join(this.terraform, 'bootstrap');
    await this.expect(bootstrap, ['init', '-no-color']);
    await this.expect(bootstrap, [
      'apply',
      '-no-color',
      '-auto-approve',
      `-var-file=${environment}/bootstrap.tfvars.json`,
    ]);
    await this.expect(this.stackRoot, [
      'init',
      '-no-color',
      '-reconfigure',
      `-backend-config=../${environment}/backend.hcl`,
    ]);
  }

  apply() {
    return this.expect(this.stackRoot, [
      'apply',
      '-no-color',
      '-auto-approve',
      `-var-file=${this.variables}`,
    ]);
  }

  /**
   * @param {object} [options]
   * @param {boolean} [options.refresh] false where all was just read, and nobody else changes it
   * @param {string} [options.out] name of a file for `applyPlan`
   * @returns {Promise<{ changes: boolean, output: string }>}
   */
  async plan({ refresh = true, out } = {}) {
    const { code, output } = await this.terraformRun(this.stackRoot, [
      'plan',
      '-no-color',
      '-detailed-exitcode',
      `-refresh=${refresh}`,
      `-var-file=${this.variables}`,
      ...(out ? [`-out=${out}`] : []),
    ]);
    if (code !== 0 && code !== 2) {
      throw new Error(`terraform plan failed with code ${code}:\n${output}`);
    }
    return { changes: code === 2, output };
  }

  /** Does what a plan says. @param {string} plan the `out` of `plan` */
  applyPlan(plan) {
    return this.expect(this.stackRoot, ['apply', '-no-color', plan]);
  }

  /**
   * What would be there with other values of some variables. Nothing is
   * changed by it.
   *
   * @param {Record<string, unknown>} values
   * @returns {Promise<{ addresses: string[], outputs: Record<string, { value: any }> }>}
   */
  async planned(values) {
    const [changed, plan] = ['changed.tfvars.json', 'changed.tfplan'].map(
      name => path.join(this.stackRoot, name),
    );
    await writeFile(changed, JSON.stringify(values));
    await this.expect(this.stackRoot, [
      'plan',
      '-no-color',
      // What is there was just read, and nobody else changes it.
      '-refresh=false',
      `-var-file=${this.variables}`,
      `-var-file=${changed}`,
      `-out=${plan}`,
    ]);
    const { planned_values: found } = JSON.parse(
      await this.expect(this.stackRoot, ['show', '-json', plan]),
    );
    await Promise.all([rm(changed), rm(plan)]);
    return {
      addresses: resourcesOf(found.root_module).map(({ address }) => address),
      outputs: found.outputs,
    };
  }

  /**
   * @param {object} [options]
   * @param {boolean} [options.refresh] as of `plan`
   */
  destroy({ refresh = true } = {}) {
    return this.expect(this.stackRoot, [
      'destroy',
      '-no-color',
      '-auto-approve',
      `-refresh=${refresh}`,
      `-var-file=${this.variables}`,
    ]);
  }

  /** @returns {Promise<Record<string, { value: unknown, sensitive: boolean }>>} */
  async outputs() {
    // Captured always: it would show keys to whoever watches the terminal.
    return JSON.parse(
      await this.expect(this.stackRoot, ['output', '-json'], 'capture'),
    );
  }

  /** Addresses of what the state holds. @returns {Promise<string[]>} */
  async resources() {
    const output = await this.expect(this.stackRoot, ['state', 'list']);
    return output.split('\n').filter(Boolean);
  }

  /**
   * What the state knows of each resource, those of modules included.
   *
   * @returns {Promise<StateResource[]>}
   */
  async attributes() {
    const shown = JSON.parse(
      await this.expect(this.stackRoot, ['show', '-json']),
    );
    return resourcesOf(shown.values.root_module);
  }

  /**
   * Changes a value of the copy's variable file, as a person would in the
   * repository's.
   *
   * @param {Record<string, unknown>} values
   */
  async changeVariables(values) {
    const current = JSON.parse(await readFile(this.variables, 'utf8'));
    await writeFile(
      this.variables,
      JSON.stringify({ ...current, ...values }, null, 2),
    );
  }

  /**
   * @private
   * @param {string} folder
   * @param {string[]} args
   * @param {'capture' | 'tee'} [shown]
   * @returns {Promise<string>}
   */
  async expect(folder, args, shown) {
    const { code, output } = await this.terraformRun(folder, args, shown);
    if (code !== 0) {
      throw new Error(
        `terraform ${args[0]} in ${path.basename(
          folder,
        )} failed with code ${code}:\n${output}`,
      );
    }
    return output;
  }

  /**
   * @private
   * @param {string} folder
   * @param {string[]} args
   * @param {'capture' | 'tee'} [shown]
   */
  async terraformRun(folder, args, shown) {
    return run('terraform', [`-chdir=${folder}`, ...args], {
      output: shown ?? this.options.output ?? 'capture',
      env: {
        ...process.env,
        ...(await terraformEnvironment()),
        ...this.options.aws,
        ...this.provider?.environment,
      },
    });
  }
}
