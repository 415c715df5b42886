// @ts-check

/** What the images of the templates' steps run. */
const STEP_COMMAND = ['python3', '-m', 'compression'];
const ANSWER_WITHIN_MS = 10_000;

/**
 * @typedef {object} ContainerRegistration
 * @property {string} image beginning of the image's name
 * @property {string} directory full path of the folder that the command runs in
 * @property {string[]} [command] `python3` first is the Python of the emulated AWS
 * @property {number} [minimumSeconds] how long a task at least runs, to be watched
 */

/**
 * Makes the emulated AWS run a command of this machine for tasks whose image
 * begins with a name. Takes the place of an earlier one for the same image.
 *
 * @param {string} endpoint of the emulated AWS
 * @param {ContainerRegistration} registration
 */
export async function registerContainers(endpoint, registration) {
  const response = await fetch(`${endpoint}/mlinfra-emulator/containers`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ command: STEP_COMMAND, ...registration }),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
  if (!response.ok) {
    const { error } = await response.json();
    throw new Error(
      `The emulated AWS does not take the command for the image ${registration.image}: ${error}`,
    );
  }
}
