import { ConfigReader } from '@backstage/config';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { findProviderMirror } from '../terraform/findProviderMirror';
import { findTerraform } from '../terraform/findTerraform';

const installed = (process.env.PATH ?? '')
  .split(path.delimiter)
  .some(folder => {
    try {
      accessSync(path.join(folder, 'terraform'), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/**
 * `describe` for tests that run Terraform itself. Where it is not installed
 * they are skipped, except in CI, where its absence is a failure.
 */
export const describeWithTerraform =
  installed || process.env.CI === 'true' ? describe : describe.skip;

/** Terraform and its provider mirror on this machine. */
export async function realTerraform() {
  const config = new ConfigReader({});
  const binary = await findTerraform(config);
  if (!binary) {
    throw new Error(
      'Terraform is not on the PATH; install it, these tests are not skipped in CI',
    );
  }
  return { binary, mirror: await findProviderMirror(config) };
}
