import { verificationCommands } from './verificationCommands';

const commands = (level: 'format' | 'validate' | 'plan') =>
  verificationCommands({
    level,
    roots: ['bootstrap', 'stacks/inference-api'],
    environments: ['dev', 'prod'],
    hasFile: file =>
      file === 'stacks/inference-api/.terraform.lock.hcl' ||
      file.startsWith('environments/'),
  }).map(({ folder, args }) => `${folder}: ${args.join(' ')}`);

const FORMAT = '.: fmt -check -recursive -diff -no-color';

describe('verificationCommands', () => {
  it('C10 format looks at every file at once', () => {
    expect(commands('format')).toEqual([FORMAT]);
  });

  it('C10 validate needs no backend, and takes the locked providers', () => {
    expect(commands('validate')).toEqual([
      FORMAT,
      'bootstrap: init -backend=false -input=false -no-color',
      'bootstrap: validate -no-color',
      'stacks/inference-api: init -backend=false -lockfile=readonly -input=false -no-color',
      'stacks/inference-api: validate -no-color',
    ]);
  });

  it('C3 plan plans each root in each environment', () => {
    expect(commands('plan').filter(command => /: plan/.test(command))).toEqual([
      'bootstrap: plan -var-file=../environments/dev/bootstrap.tfvars.json -input=false -lock=false -no-color',
      'bootstrap: plan -var-file=../environments/prod/bootstrap.tfvars.json -input=false -lock=false -no-color',
      'stacks/inference-api: plan -var-file=../../environments/dev/inference-api.tfvars.json -input=false -lock=false -no-color',
      'stacks/inference-api: plan -var-file=../../environments/prod/inference-api.tfvars.json -input=false -lock=false -no-color',
    ]);
  });
});
