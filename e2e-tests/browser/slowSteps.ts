import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

/**
 * Lets each task of a repository's steps last a while in the emulated AWS, so
 * that a page can be watched following them. They do the same work.
 */
export async function slowSteps(options: {
  repository: string;
  stack: string;
  image: string;
  seconds: number;
}) {
  const { runningEmulator } = await import(
    path.join(ROOT, 'tools/emulator/runningEmulator.mjs')
  );
  const { registerContainers } = await import(
    path.join(ROOT, 'tools/emulator/containers.mjs')
  );
  const aws = await runningEmulator();
  await registerContainers(aws.AWS_ENDPOINT_URL, {
    image: options.image,
    directory: path.join(
      options.repository,
      'services',
      options.stack,
      'steps',
    ),
    minimumSeconds: options.seconds,
  });
}
