/**
 * Collects what runs in AWS and what it costs, and serves it under
 * `/api/mlinfra`.
 *
 * @packageDocumentation
 */
export { mlinfraPlugin as default } from './plugin';
