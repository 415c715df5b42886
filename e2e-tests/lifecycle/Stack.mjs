// @ts-check
/**
 * @typedef {import('../../tools/terraform/emulatedRepository.mjs').EmulatedRepository} EmulatedRepository
 *
 * @typedef {object} AppliedStack
 * @property {EmulatedRepository} target
 * @property {string} environment
 * @property {string} repository folder of the generated repository
 * @property {string} endpoint of the emulated AWS
 *
 * @typedef {object} Stack what the lifecycle needs to know of a stack
 * @property {string} id
 * @property {string} template name of the template that makes a repository of it alone
 * @property {string} title
 * @property {Record<string, unknown>} change variables that change in place
 * @property {(before: AppliedStack) => Promise<void>} [prepare] what must be in AWS before the first apply
 * @property {(test: import('node:test').TestContext, applied: AppliedStack) => Promise<void>} check
 *   what must hold once it is applied
 */
export {};
