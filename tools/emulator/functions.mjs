// @ts-check

const ANSWER_WITHIN_MS = 10_000;

/**
 * @typedef {object} FunctionRegistration
 * @property {string} image beginning of the image's name
 * @property {string} directory full path of the folder that the handler is imported from
 * @property {string} handler module and function
 */

/**
 * Makes the emulated AWS answer calls of functions whose image begins with a
 * name. Takes the place of an earlier one for the same image.
 *
 * @param {string} endpoint of the emulated AWS
 * @param {FunctionRegistration} registration
 */
export async function registerFunction(endpoint, registration) {
  const response = await fetch(`${endpoint}/mlinfra-emulator/functions`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(registration),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
  if (!response.ok) {
    const { error } = await response.json();
    throw new Error(
      `The emulated AWS does not take the handler for the image ${registration.image}: ${error}`,
    );
  }
}
