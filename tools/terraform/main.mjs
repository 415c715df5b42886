// @ts-check
// Runs a generated repository's stack against the emulated AWS of `npm start`:
//   npm run emulated -- apply repositories/ml-demo/my-service inference-api dev
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { cacheDirectory } from '../bootstrap/paths.mjs';
import { giveUp, say } from '../bootstrap/progress.mjs';
import { runningEmulator } from '../emulator/runningEmulator.mjs';
import { EmulatedRepository } from './emulatedRepository.mjs';
import { registerSteps } from './stepContainers.mjs';
import { terraformVersion } from './terraformCli.mjs';

const USAGE =
  'Usage: npm run emulated -- apply|plan|destroy <repository folder> [stack] [environment]';

const [command, folder, stack = 'inference-api', environment = 'dev'] =
  process.argv.slice(2);

if (!['apply', 'plan', 'destroy'].includes(command) || !folder) {
  giveUp(USAGE);
}
const repository = path.resolve(folder);
const variables = path.join(
  repository,
  'terraform/environments',
  environment,
  `${stack}.tfvars.json`,
);
if (!existsSync(variables)) {
  giveUp(
    `${variables} does not exist: ${folder} is no generated repository with the stack ${stack} in the environment ${environment}.\n${USAGE}`,
  );
}
if (!(await terraformVersion())) {
  giveUp('Terraform is not installed. Install Terraform 1.11 or newer first.');
}
const aws = await runningEmulator();
if (!aws) {
  giveUp(
    'The emulated AWS is not running. Start the portal with npm start in another terminal first.',
  );
}

const target = await EmulatedRepository.create({
  repository,
  stack,
  environment,
  aws,
  output: 'tee',
  workDirectory: path.join(
    cacheDirectory,
    'emulated',
    createHash('sha256').update(repository).digest('hex').slice(0, 12),
  ),
});
try {
  await target.initialise();
  if (command === 'apply') {
    await target.apply();
    const runs = await registerSteps({
      endpoint: String(aws.AWS_ENDPOINT_URL),
      repository,
      stack,
      outputs: await target.outputs(),
    });
    if (runs) {
      say(
        `Its tasks run the code in ${path.join(
          folder,
          'services',
          stack,
        )}: change a step there and start a run to try it.`,
      );
    }
    say(
      'Applied to the emulated AWS. The page of the component shows it after its next collection; press refresh there to have it now.',
    );
  } else if (command === 'plan') {
    await target.plan();
  } else {
    await target.destroy();
  }
} catch (error) {
  giveUp(error instanceof Error ? error.message.split('\n')[0] : String(error));
}
